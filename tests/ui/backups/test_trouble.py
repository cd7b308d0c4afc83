import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from justice_desk.vault.rules import Damage, Finding
from tests.backups.at_hand import with_matter
from tests.backups.test_salvaging import damage, pages_of
from tests.desks import DeskInUse
from tests.stores import NAMES, PASSPHRASES
from tests.ui.conftest import entrance_to
from tests.ui.keyboard import push
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance
from ui.background import Jobs
from ui.backups.trouble import TroublePage, advice
from ui.widgets.text import Text


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance, jobs: Jobs, bolivia: DeskInUse) -> TroublePage:
    with_matter(bolivia)
    bolivia.vault.close()
    made = TroublePage(entrance_to(bolivia.folder, bolivia), jobs)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.begin()
    return made


def ask(qtbot: QtBot, page: TroublePage, jobs: Jobs, passphrase: str = PASSPHRASES["ana"]) -> None:
    page.name.setText(NAMES["ana"])
    page.passphrase.edit.setText(passphrase)
    push(page.check)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)


def words(page: TroublePage) -> str:
    return "\n".join(text.text() for text in page.findChildren(Text) if text.isVisible())


def test_a_whole_store_is_said_to_be_whole(qtbot: QtBot, page: TroublePage, jobs: Jobs) -> None:
    assert page.name.hasFocus()
    push(page.check)
    assert page.form.fields["name"].error.isVisible()
    ask(qtbot, page, jobs)
    assert "El almacén está entero" in page.verdict.text.text()
    assert not page.trouble.isVisible()


def test_a_damaged_page_is_named_with_what_to_do(
    qtbot: QtBot, page: TroublePage, jobs: Jobs, bolivia: DeskInUse
) -> None:
    (*_, number) = pages_of(bolivia, "SELECT pdf FROM documents NOT INDEXED")
    damage(bolivia, number)
    ask(qtbot, page, jobs)
    assert f"Página {number}" in words(page)
    assert "Restaure la copia más reciente" in page.trouble.text.text()


def test_a_wrong_passphrase_is_told(qtbot: QtBot, page: TroublePage, jobs: Jobs) -> None:
    ask(qtbot, page, jobs, "wrong")
    assert "contraseña" in page.trouble.text.text()


def test_the_desk_can_be_opened_to_look_at(qtbot: QtBot, page: TroublePage, jobs: Jobs) -> None:
    page.name.setText(NAMES["ana"])
    page.passphrase.edit.setText(PASSPHRASES["ana"])
    with qtbot.waitSignal(page.opened, timeout=20_000) as opened:
        push(page.look)
    assert opened.args is not None
    desk = opened.args[0].desk
    assert desk.only_look
    assert len(desk.cases.cases()) == 1
    desk.close()
    assert page.passphrase.value() == ""


def test_the_other_ways_are_asked_for(qtbot: QtBot, page: TroublePage) -> None:
    for signal, row in ((page.restore_requested, page.restore), (page.salvage_requested, page.salvage)):
        with qtbot.waitSignal(signal):
            push(row)
    with qtbot.waitSignal(page.left):
        push(page.back)


@pytest.mark.parametrize(
    ("damage_found", "said"),
    [
        (Damage.HEADER_OLDER, "se arregla solo"),
        (Damage.SCHEMA_NEWER, "versión más nueva"),
        (Damage.JOURNAL_OLDER, "anterior a lo que se anotó"),
        (Damage.DATABASE_MISSING, "salve lo que se puede leer"),
        (Damage.JOURNAL_HASH, "cambió el almacén desde fuera"),
    ],
)
def test_every_finding_leads_somewhere(damage_found: Damage, said: str, appearance: Appearance) -> None:
    assert said in advice([Finding(damage_found, "")])


@pytest.mark.parametrize("percent", [80, 200])
@pytest.mark.parametrize("size", [(1366, 740), (1024, 576)])
def test_everything_has_a_name_and_is_a_target(
    page: TroublePage, appearance: Appearance, percent: int, size: tuple[int, int]
) -> None:
    appearance.resize(percent)
    page.resize(*size)
    QApplication.processEvents()
    assert unnamed(page) == []
    assert low_targets(page) == []
