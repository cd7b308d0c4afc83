from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from justice_desk import bootstrap
from justice_desk.accounts.key_service import KeyService
from justice_desk.foundations.files import CannotWrite
from justice_desk.vault.rules import Paper
from tests.backups.at_hand import back_up, tree, with_matter
from tests.backups.test_salvaging import damage, pages_of
from tests.desks import DeskInUse
from tests.stores import NAMES, PASSPHRASES
from tests.ui.conftest import entrance_to
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance, in_use
from ui.background import Jobs
from ui.backups.guide import RestoreGuide
from ui.backups.steps import PAPER, SHARES
from ui.entrance import OpenedDesk
from ui.widgets.text import Text


@pytest.fixture
def backup(bolivia: DeskInUse, drive: Path) -> Path:
    """A backup of a desk with a case, which is closed by now."""
    with_matter(bolivia)
    made = back_up(bolivia, drive).folder
    bolivia.vault.close()
    return made


@dataclass
class Hand:
    """A hand that puts guides on the screen and presses on."""

    qtbot: QtBot
    jobs: Jobs
    desk: DeskInUse

    def guide(self, folder: Path, *, salvage: bool = False) -> RestoreGuide:
        """Put up a guide to a place."""
        made = RestoreGuide(entrance_to(folder, self.desk), self.jobs, salvage=salvage)
        self.qtbot.addWidget(made)
        made.resize(1366, 740)
        with self.qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    def go_on(self, guide: RestoreGuide) -> None:
        """Press the button that leads on, and wait."""
        guide.panel.forward.click()
        self.qtbot.waitUntil(lambda: not self.jobs.busy, timeout=30_000)

    def to_the_key(self, guide: RestoreGuide, drive: Path) -> None:
        """Choose the newest backup on a drive."""
        guide.place.place.choose(drive)
        self.go_on(guide)
        self.go_on(guide)


@pytest.fixture
def hand(qtbot: QtBot, appearance: Appearance, jobs: Jobs, bolivia: DeskInUse) -> Hand:
    return Hand(qtbot, jobs, bolivia)


def words(guide: RestoreGuide) -> str:
    return "\n".join(text.text() for text in guide.findChildren(Text) if text.isVisible())


def type_passphrase(guide: RestoreGuide, passphrase: str = PASSPHRASES["ana"]) -> None:
    guide.way.name.setText(NAMES["ana"])
    guide.way.passphrase.edit.setText(passphrase)


def test_a_desk_comes_back_step_by_step_and_opens(hand: Hand, drive: Path, backup: Path, tmp_path: Path) -> None:
    guide = hand.guide(tmp_path / "laptop" / "store")
    hand.go_on(guide)
    assert guide.place.form.fields["place"].error.isVisible()
    guide.place.place.choose(drive)
    hand.go_on(guide)
    assert guide.backup.chosen() == backup
    hand.go_on(guide)
    hand.go_on(guide)
    assert guide.way.form.fields["name"].error.isVisible()
    type_passphrase(guide)
    hand.go_on(guide)
    assert "En el despacho restaurado: ACTA A-001/2026" in words(guide)
    assert guide.way.passphrase.value() == ""
    guide.numbers._edits["acta"].setText("no sé")
    hand.go_on(guide)
    assert guide.numbers.form.fields["acta"].error.isVisible()
    guide.numbers._edits["acta"].setText("4")
    hand.go_on(guide)
    assert "Nueva letra del despacho: A2" in words(guide)
    assert "ACTA: al menos 3 están en papel" in words(guide)
    assert not guide.panel.back.isEnabled()
    with hand.qtbot.waitSignal(guide.restored) as restored:
        guide.panel.forward.click()
    assert restored.args is not None
    opened = restored.args[0]
    assert isinstance(opened, OpenedDesk)
    assert opened.community == "Ayllu Ejemplo (ficticio)"
    opened.desk.close()


def test_the_sheet_brings_a_desk_back_and_leads_to_the_lock_page(
    hand: Hand, drive: Path, backup: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "laptop" / "store"
    guide = hand.guide(folder)
    hand.to_the_key(guide, drive)
    guide.way.how.choose(PAPER)
    paper = guide.way.papers[PAPER]
    hand.go_on(guide)
    assert paper.fields["row1"].error.isVisible()
    rows = hand.desk.template.recovery_code.splitlines()
    for edit, row in zip(paper.rows, rows, strict=True):
        edit.setText(row.lower())
    paper.rows[2].setText(rows[3])
    paper.rows[3].setText(rows[2][:-1] + ("A" if rows[2][-1] != "A" else "B"))
    hand.go_on(guide)
    assert paper.fields["row4"].error.isVisible()
    paper.rows[2].setText(rows[2])
    paper.rows[3].setText(rows[3])
    hand.go_on(guide)
    hand.go_on(guide)
    assert "Nueva letra del despacho: A2" in words(guide)
    with hand.qtbot.waitSignal(guide.left):
        guide.panel.forward.click()
    desk = bootstrap.open_desk(folder, NAMES["ana"], PASSPHRASES["ana"], hand.desk.clock)
    desk.close()


def test_two_of_the_three_sheets_bring_a_desk_back_and_the_same_one_twice_is_told(
    hand: Hand, drive: Path, tmp_path: Path
) -> None:
    keys = KeyService(hand.desk.acting("ana"))
    sheets = keys.fresh_paper(Paper.SHARES)
    keys.renew_recovery(sheets)
    back_up(hand.desk, drive)
    guide = hand.guide(tmp_path / "laptop" / "store")
    hand.to_the_key(guide, drive)
    guide.way.how.choose(SHARES)
    paper = guide.way.papers[SHARES]
    assert not guide.way.papers[PAPER].isVisible()
    for edit in paper.shares:
        edit.setPlainText(sheets.sheets.texts[1])
    hand.go_on(guide)
    assert paper.fields["sheet1"].error.isVisible()
    paper.shares[0].setPlainText(sheets.sheets.texts[2])
    hand.go_on(guide)
    assert "En el despacho restaurado" in words(guide)
    assert [edit.value() for edit in paper.shares] == ["", ""]
    hand.go_on(guide)
    with hand.qtbot.waitSignal(guide.left):
        guide.panel.forward.click()


def test_a_wrong_passphrase_is_told_beside_it_and_another_place_by_the_banner(
    hand: Hand, drive: Path, backup: Path, tmp_path: Path
) -> None:
    guide = hand.guide(tmp_path / "laptop" / "store")
    (tmp_path / "empty").mkdir()
    guide.place.place.choose(tmp_path / "empty")
    hand.go_on(guide)
    assert "Aquí no hay ninguna copia" in guide.panel.banner.text.text()
    hand.to_the_key(guide, drive)
    type_passphrase(guide, "wrong")
    hand.go_on(guide)
    assert guide.way.form.fields["passphrase"].error.isVisible()
    (backup / "card.json").unlink()
    type_passphrase(guide)
    hand.go_on(guide)
    assert "falta card.json" in guide.panel.banner.text.text()


def test_going_back_from_the_numbers_forgets_what_was_brought(hand: Hand, drive: Path, backup: Path) -> None:
    before = tree(hand.desk.folder)
    guide = hand.guide(hand.desk.folder)
    hand.to_the_key(guide, drive)
    type_passphrase(guide)
    hand.go_on(guide)
    assert "se aparta, no se borra" in words(guide).lower()
    scratch = hand.desk.folder.with_name(f"{hand.desk.folder.name}.restoring")
    assert scratch.exists()
    guide.panel.back.click()
    assert not scratch.exists()
    for _ in range(2):
        guide.panel.back.click()
    with hand.qtbot.waitSignal(guide.left):
        guide.panel.back.click()
    assert tree(hand.desk.folder) == before


def test_what_fails_at_the_end_is_told_and_can_be_tried_again(
    hand: Hand,
    drive: Path,
    backup: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    guide = hand.guide(hand.desk.folder)
    hand.to_the_key(guide, drive)
    type_passphrase(guide)
    hand.go_on(guide)

    def refused(_self: object, _numbers: object, _footer: object) -> None:
        raise CannotWrite(hand.desk.folder, "EACCES")

    with monkeypatch.context() as patched:
        patched.setattr(bootstrap.WaitingDesk, "finish", refused)
        hand.go_on(guide)
    assert "No se pudo escribir ahí" in guide.panel.banner.text.text()
    hand.go_on(guide)
    assert "El despacho anterior se apartó" in words(guide)
    guide.leave()


def test_what_can_be_read_is_saved_and_what_is_lost_is_told(hand: Hand, drive: Path) -> None:
    with_matter(hand.desk)
    hand.desk.vault.close()
    damage(hand.desk, *pages_of(hand.desk, "SELECT * FROM cases NOT INDEXED"))
    guide = hand.guide(hand.desk.folder, salvage=True)
    type_passphrase(guide)
    hand.go_on(guide)
    assert "Casos perdidos: JIOC-BO-051299-A-2026-0001" in words(guide)
    assert "Papeles perdidos: ACTA A-001/2026" in words(guide)
    hand.go_on(guide)
    assert "El despacho anterior se apartó" in words(guide)
    guide.leave()


def test_a_salvage_that_loses_nothing_says_so(hand: Hand) -> None:
    hand.desk.vault.close()
    guide = hand.guide(hand.desk.folder, salvage=True)
    type_passphrase(guide)
    hand.go_on(guide)
    assert "no se perdió nada" in words(guide)
    guide.leave()


def test_numbers_need_a_desk(hand: Hand, tmp_path: Path) -> None:
    guide = hand.guide(tmp_path / "store", salvage=True)
    with pytest.raises(RuntimeError):
        guide._finish()


@pytest.mark.parametrize("look", [(80, (1366, 740)), (200, (1366, 740)), (80, (1024, 576)), (200, (1024, 576))])
def test_everything_has_a_name_and_is_a_target(
    hand: Hand,
    drive: Path,
    backup: Path,
    tmp_path: Path,
    look: tuple[int, tuple[int, int]],
) -> None:
    percent, size = look
    in_use().resize(percent)
    guide = hand.guide(tmp_path / "laptop" / "store")
    guide.resize(*size)
    hand.to_the_key(guide, drive)
    guide.way.how.choose(PAPER)
    QApplication.processEvents()
    assert unnamed(guide) == []
    assert low_targets(guide) == []
