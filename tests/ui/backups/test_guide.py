from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from justice_desk import bootstrap
from justice_desk.foundations.files import CannotWrite
from tests.backups.at_hand import back_up, tree, with_matter
from tests.backups.test_salvaging import damage, pages_of
from tests.desks import DeskInUse
from tests.stores import NAMES, PASSPHRASES
from tests.ui.conftest import entrance_to
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance
from ui.background import Jobs
from ui.backups.guide import RestoreGuide
from ui.backups.steps import PAPER
from ui.entrance import OpenedDesk
from ui.widgets.text import Text


@pytest.fixture
def backup(bolivia: DeskInUse, drive: Path) -> Path:
    """A backup of a desk with a case, which is closed by now."""
    with_matter(bolivia)
    made = back_up(bolivia, drive).folder
    bolivia.vault.close()
    return made


def guide_to(qtbot: QtBot, jobs: Jobs, desk: DeskInUse, folder: Path, *, salvage: bool = False) -> RestoreGuide:
    made = RestoreGuide(entrance_to(folder, desk), jobs, salvage=salvage)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def go_on(qtbot: QtBot, guide: RestoreGuide, jobs: Jobs) -> None:
    guide.panel.forward.click()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=30_000)


def words(guide: RestoreGuide) -> str:
    return "\n".join(text.text() for text in guide.findChildren(Text) if text.isVisible())


def to_the_key(qtbot: QtBot, guide: RestoreGuide, jobs: Jobs, drive: Path) -> None:
    guide.place.place.choose(drive)
    go_on(qtbot, guide, jobs)
    go_on(qtbot, guide, jobs)


def type_passphrase(guide: RestoreGuide, passphrase: str = PASSPHRASES["ana"]) -> None:
    guide.way.name.setText(NAMES["ana"])
    guide.way.passphrase.edit.setText(passphrase)


def test_a_desk_comes_back_step_by_step_and_opens(
    qtbot: QtBot, appearance: Appearance, jobs: Jobs, bolivia: DeskInUse, drive: Path, backup: Path, tmp_path: Path
) -> None:
    guide = guide_to(qtbot, jobs, bolivia, tmp_path / "laptop" / "store")
    go_on(qtbot, guide, jobs)
    assert guide.place.form.fields["place"].error.isVisible()
    guide.place.place.choose(drive)
    go_on(qtbot, guide, jobs)
    assert guide.backup.chosen() == backup
    go_on(qtbot, guide, jobs)
    go_on(qtbot, guide, jobs)
    assert guide.way.form.fields["name"].error.isVisible()
    type_passphrase(guide)
    go_on(qtbot, guide, jobs)
    assert "En el despacho restaurado: ACTA A-001/2026" in words(guide)
    assert guide.way.passphrase.value() == ""
    guide.numbers._edits["acta"].setText("no sé")
    go_on(qtbot, guide, jobs)
    assert guide.numbers.form.fields["acta"].error.isVisible()
    guide.numbers._edits["acta"].setText("4")
    go_on(qtbot, guide, jobs)
    assert "Nueva letra del despacho: A2" in words(guide)
    assert "ACTA: al menos 3 están en papel" in words(guide)
    assert not guide.panel.back.isEnabled()
    with qtbot.waitSignal(guide.restored) as restored:
        guide.panel.forward.click()
    assert restored.args is not None
    opened = restored.args[0]
    assert isinstance(opened, OpenedDesk)
    assert opened.community == "Ayllu Ejemplo (ficticio)"
    opened.desk.close()


def test_the_sheet_brings_a_desk_back_and_leads_to_the_lock_page(
    qtbot: QtBot, appearance: Appearance, jobs: Jobs, bolivia: DeskInUse, drive: Path, backup: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "laptop" / "store"
    guide = guide_to(qtbot, jobs, bolivia, folder)
    to_the_key(qtbot, guide, jobs, drive)
    guide.way.how.choose(PAPER)
    go_on(qtbot, guide, jobs)
    assert guide.way.form.fields["row1"].error.isVisible()
    rows = bolivia.template.recovery_code.splitlines()
    for edit, row in zip(guide.way.rows, rows, strict=True):
        edit.setText(row.lower())
    guide.way.rows[2].setText(rows[3])
    guide.way.rows[3].setText(rows[2][:-1] + ("A" if rows[2][-1] != "A" else "B"))
    go_on(qtbot, guide, jobs)
    assert guide.way.form.fields["row4"].error.isVisible()
    guide.way.rows[2].setText(rows[2])
    guide.way.rows[3].setText(rows[3])
    go_on(qtbot, guide, jobs)
    go_on(qtbot, guide, jobs)
    assert "Nueva letra del despacho: A2" in words(guide)
    with qtbot.waitSignal(guide.left):
        guide.panel.forward.click()
    desk = bootstrap.open_desk(folder, NAMES["ana"], PASSPHRASES["ana"], bolivia.clock)
    desk.close()


def test_a_wrong_passphrase_is_told_beside_it_and_another_place_by_the_banner(
    qtbot: QtBot, appearance: Appearance, jobs: Jobs, bolivia: DeskInUse, drive: Path, backup: Path, tmp_path: Path
) -> None:
    guide = guide_to(qtbot, jobs, bolivia, tmp_path / "laptop" / "store")
    (tmp_path / "empty").mkdir()
    guide.place.place.choose(tmp_path / "empty")
    go_on(qtbot, guide, jobs)
    assert "Aquí no hay ninguna copia" in guide.panel.banner.text.text()
    to_the_key(qtbot, guide, jobs, drive)
    type_passphrase(guide, "wrong")
    go_on(qtbot, guide, jobs)
    assert guide.way.form.fields["passphrase"].error.isVisible()
    (backup / "card.json").unlink()
    type_passphrase(guide)
    go_on(qtbot, guide, jobs)
    assert "falta card.json" in guide.panel.banner.text.text()


def test_going_back_from_the_numbers_forgets_what_was_brought(
    qtbot: QtBot, appearance: Appearance, jobs: Jobs, bolivia: DeskInUse, drive: Path, backup: Path
) -> None:
    before = tree(bolivia.folder)
    guide = guide_to(qtbot, jobs, bolivia, bolivia.folder)
    to_the_key(qtbot, guide, jobs, drive)
    type_passphrase(guide)
    go_on(qtbot, guide, jobs)
    assert "se aparta, no se borra" in words(guide).lower()
    scratch = bolivia.folder.with_name(f"{bolivia.folder.name}.restoring")
    assert scratch.exists()
    guide.panel.back.click()
    assert not scratch.exists()
    for _ in range(2):
        guide.panel.back.click()
    with qtbot.waitSignal(guide.left):
        guide.panel.back.click()
    assert tree(bolivia.folder) == before


def test_what_fails_at_the_end_is_told_and_can_be_tried_again(
    qtbot: QtBot,
    appearance: Appearance,
    jobs: Jobs,
    bolivia: DeskInUse,
    drive: Path,
    backup: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    guide = guide_to(qtbot, jobs, bolivia, bolivia.folder)
    to_the_key(qtbot, guide, jobs, drive)
    type_passphrase(guide)
    go_on(qtbot, guide, jobs)

    def refused(_self: object, _numbers: object, _footer: object) -> None:
        raise CannotWrite(bolivia.folder, "EACCES")

    with monkeypatch.context() as patched:
        patched.setattr(bootstrap.WaitingDesk, "finish", refused)
        go_on(qtbot, guide, jobs)
    assert "No se pudo escribir ahí" in guide.panel.banner.text.text()
    go_on(qtbot, guide, jobs)
    assert "El despacho anterior se apartó" in words(guide)
    guide.leave()


def test_what_can_be_read_is_saved_and_what_is_lost_is_told(
    qtbot: QtBot, appearance: Appearance, jobs: Jobs, bolivia: DeskInUse, drive: Path
) -> None:
    with_matter(bolivia)
    bolivia.vault.close()
    damage(bolivia, *pages_of(bolivia, "SELECT * FROM cases NOT INDEXED"))
    guide = guide_to(qtbot, jobs, bolivia, bolivia.folder, salvage=True)
    type_passphrase(guide)
    go_on(qtbot, guide, jobs)
    assert "Casos perdidos: JIOC-BO-051299-A-2026-0001" in words(guide)
    assert "Papeles perdidos: ACTA A-001/2026" in words(guide)
    go_on(qtbot, guide, jobs)
    assert "El despacho anterior se apartó" in words(guide)
    guide.leave()


def test_a_salvage_that_loses_nothing_says_so(
    qtbot: QtBot, appearance: Appearance, jobs: Jobs, bolivia: DeskInUse
) -> None:
    bolivia.vault.close()
    guide = guide_to(qtbot, jobs, bolivia, bolivia.folder, salvage=True)
    type_passphrase(guide)
    go_on(qtbot, guide, jobs)
    assert "no se perdió nada" in words(guide)
    guide.leave()


def test_numbers_need_a_desk() -> None:
    with pytest.raises(RuntimeError):
        RestoreGuide._finish(type("Nothing", (), {"_waiting": None})())  # type: ignore[arg-type]


@pytest.mark.parametrize("percent", [80, 200])
@pytest.mark.parametrize("size", [(1366, 740), (1024, 576)])
def test_everything_has_a_name_and_is_a_target(
    qtbot: QtBot,
    appearance: Appearance,
    jobs: Jobs,
    bolivia: DeskInUse,
    drive: Path,
    backup: Path,
    tmp_path: Path,
    percent: int,
    size: tuple[int, int],
) -> None:
    appearance.resize(percent)
    guide = guide_to(qtbot, jobs, bolivia, tmp_path / "laptop" / "store")
    guide.resize(*size)
    to_the_key(qtbot, guide, jobs, drive)
    guide.way.how.choose(PAPER)
    QApplication.processEvents()
    assert unnamed(guide) == []
    assert low_targets(guide) == []
