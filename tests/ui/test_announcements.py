import pytest
from pytestqt.qtbot import QtBot

from justice_desk.accounts.recovering import open_with_paper
from justice_desk.accounts.service import AccountService
from justice_desk.vault.rules import Paper
from tests.desks import DeskInUse
from tests.ui.cases.at_hand import sitting_of
from ui.announcements import Announcements
from ui.appearance import Appearance
from ui.workplace import Workplace


def shown(qtbot: QtBot, workplace: Workplace) -> Announcements:
    made = Announcements(workplace)
    qtbot.addWidget(made)
    made.show()
    made.read()
    qtbot.waitUntil(lambda: not workplace.jobs.busy)
    return made


def test_where_there_is_nothing_to_tell_nothing_is_shown(qtbot: QtBot, workplace: Workplace) -> None:
    banners = shown(qtbot, workplace)
    assert not banners.older.isVisible()
    assert not banners.used.isVisible()


def test_everybody_is_told_that_the_sheet_was_used_and_made_anew_until_they_read_it(
    qtbot: QtBot, appearance: Appearance, bolivia: DeskInUse
) -> None:
    bolivia.vault.close()
    open_with_paper(bolivia.folder, [bolivia.template.recovery_code], bolivia.clock).abandon()
    bolivia.vault = bolivia.opened()
    with sitting_of(bolivia, "ana") as workplace:
        workplace.desk.keys.renew_recovery(workplace.desk.keys.fresh_paper(Paper.CODE))
    with sitting_of(bolivia, "berta") as workplace:
        banners = shown(qtbot, workplace)
        said = banners.used.text.text()
        assert "alguien abrió el despacho con la hoja" in said
        assert "Ana Ejemplo hizo una nueva hoja" in said
        banners.used.dismiss.click()
        qtbot.waitUntil(lambda: not workplace.jobs.busy)
        assert not shown(qtbot, workplace).used.isVisible()


def test_a_store_that_is_older_than_what_was_noted_is_told(
    qtbot: QtBot, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AccountService, "older_than_noted", lambda _self: True)
    banners = shown(qtbot, workplace)
    assert "Este almacén es anterior" in banners.older.text.text()
    assert banners.older.isVisible()
