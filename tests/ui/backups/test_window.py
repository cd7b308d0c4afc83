from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from justice_desk import bootstrap
from justice_desk.backups.rules import AtClose
from justice_desk.packets.rules import DriveGone
from justice_desk.vault.ballast import drop_ballast
from tests.backups.at_hand import back_up, with_matter
from tests.desks import DeskInUse
from tests.stores import NAMES, PASSPHRASES
from tests.ui.conftest import entrance_to
from tests.ui.pages import PAGES, TellingPage
from ui.appearance import Appearance
from ui.backups.closing import CloseBackup
from ui.backups.guide import RestoreGuide
from ui.backups.trouble import TroublePage
from ui.entrance import looked_over
from ui.errors import Boundary
from ui.first_run.guide import FoundingGuide
from ui.first_run.steps import GuideStep, LanguageStep
from ui.main_window import MainWindow
from ui.unlock.page import UnlockPage


class WindowAtHand:
    """The window over a desk, and the ways in and out of it."""

    def __init__(self, qtbot: QtBot, window: MainWindow, desk: DeskInUse) -> None:
        self.qtbot, self.window, self.desk = qtbot, window, desk

    def enter(self) -> None:
        """Open the desk, and wait until its standing is known."""
        self.desk.vault = self.desk.opened()
        self.window.enter(looked_over(bootstrap.wired(self.desk.acting("ana"))))
        self.qtbot.waitUntil(lambda: self.window.sitting.shell.standing.known is not None)  # type: ignore[union-attr]
        self.settle()

    def settle(self) -> None:
        """Wait for the workers."""
        self.qtbot.waitUntil(lambda: self.window.sitting is None or not self.window.sitting.jobs.busy, timeout=20_000)

    def question(self) -> CloseBackup:
        """Return the question about a backup."""
        (found,) = self.window.findChildren(CloseBackup)
        return found

    def is_gone(self) -> bool:
        """Say whether the window went, locked."""
        return not self.window.isVisible() and self.window.sitting is None


@pytest.fixture
def at_hand(qtbot: QtBot, appearance: Appearance, bolivia: DeskInUse, drive: Path) -> Iterator[WindowAtHand]:
    bolivia.vault.close()
    window = MainWindow(entrance_to(bolivia.folder, bolivia), appearance, Boundary(), lambda: PAGES)
    qtbot.addWidget(window)
    window.show()
    yield WindowAtHand(qtbot, window, bolivia)
    window._may_go = True
    window.close()


def places(at_hand: WindowAtHand, drive: Path, choice: AtClose = AtClose.ASK) -> None:
    at_hand.desk.vault = at_hand.desk.opened()
    service = bootstrap.wired(at_hand.desk.acting("ana")).backups
    service.choose_place(drive)
    service.choose_at_close(choice)
    at_hand.desk.vault.close()


def backups_on(drive: Path) -> list[Path]:
    return sorted(drive.rglob("manifest.json"))


def test_a_window_without_a_place_for_backups_simply_closes(at_hand: WindowAtHand) -> None:
    at_hand.enter()
    assert "Sin copia de seguridad" in at_hand.window.sitting.shell.status.text()  # type: ignore[union-attr]
    at_hand.window.close()
    assert at_hand.is_gone()


def test_a_backup_is_asked_for_once_a_day_and_then_the_window_goes(at_hand: WindowAtHand, drive: Path) -> None:
    places(at_hand, drive)
    at_hand.enter()
    at_hand.window.close()
    assert at_hand.window.isVisible()
    at_hand.window.close()
    question = at_hand.question()
    question.make.click()
    at_hand.qtbot.waitUntil(at_hand.is_gone, timeout=20_000)
    assert len(backups_on(drive)) == 1


def test_whoever_wants_no_backup_now_closes_without_one(at_hand: WindowAtHand, drive: Path) -> None:
    places(at_hand, drive)
    at_hand.enter()
    at_hand.window.close()
    at_hand.question().stay.click()
    assert at_hand.window.isVisible()
    assert at_hand.window.sitting is not None
    at_hand.qtbot.waitUntil(lambda: at_hand.window.findChildren(CloseBackup) == [])
    at_hand.window.close()
    at_hand.question().without.click()
    at_hand.qtbot.waitUntil(at_hand.is_gone)
    assert backups_on(drive) == []


def test_a_backup_is_made_by_itself_where_that_was_chosen(at_hand: WindowAtHand, drive: Path) -> None:
    places(at_hand, drive, AtClose.ALWAYS)
    at_hand.enter()
    at_hand.window.close()
    at_hand.qtbot.waitUntil(at_hand.is_gone, timeout=20_000)
    assert len(backups_on(drive)) == 1


def test_a_backup_that_fails_never_keeps_the_window(
    at_hand: WindowAtHand, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_self: object, place: Path, _progress: object) -> None:
        raise DriveGone(place)

    monkeypatch.setattr("justice_desk.backups.service.BackupService.make", gone)
    places(at_hand, drive, AtClose.ALWAYS)
    at_hand.enter()
    at_hand.window.close()
    at_hand.settle()
    question = at_hand.question()
    at_hand.qtbot.waitUntil(question.without.isEnabled)
    assert "La memoria no responde" in question.refusal.text.text()
    question.without.click()
    at_hand.qtbot.waitUntil(at_hand.is_gone)


def test_an_unplugged_drive_is_not_asked_for(at_hand: WindowAtHand, drive: Path) -> None:
    places(at_hand, drive)
    drive.rename(drive.with_name("away"))
    at_hand.enter()
    at_hand.window.close()
    assert at_hand.is_gone()


def test_the_lock_page_leads_to_what_can_be_done_and_back(at_hand: WindowAtHand) -> None:
    page = at_hand.window.centralWidget()
    assert isinstance(page, UnlockPage)
    page.form.name.setText(NAMES["ana"])
    page.form.stuck.click()
    trouble = at_hand.window.centralWidget()
    assert isinstance(trouble, TroublePage)
    assert trouble.name.value() == NAMES["ana"]
    trouble.salvage.click()
    guide = at_hand.window.centralWidget()
    assert isinstance(guide, RestoreGuide)
    guide.panel.back.click()
    assert isinstance(at_hand.window.centralWidget(), UnlockPage)


def test_a_desk_opened_to_look_at_says_so_and_keeps_no_drafts(at_hand: WindowAtHand) -> None:
    at_hand.window.show_trouble()
    trouble = at_hand.window.centralWidget()
    assert isinstance(trouble, TroublePage)
    trouble.name.setText(NAMES["ana"])
    trouble.passphrase.edit.setText(PASSPHRASES["ana"])
    trouble.look.click()
    at_hand.qtbot.waitUntil(lambda: at_hand.window.sitting is not None, timeout=20_000)
    shell = at_hand.window.sitting.shell  # type: ignore[union-attr]
    at_hand.qtbot.waitUntil(lambda: "solo para mirar" in shell.trouble.text.text())
    at_hand.window.findChildren(TellingPage)[0].area.setPlainText("a medio escribir")
    at_hand.window.lock()
    at_hand.desk.vault = at_hand.desk.opened()
    assert at_hand.desk.accounts("ana").drafts() == []


def test_a_full_disk_is_told_when_the_desk_opens(at_hand: WindowAtHand, monkeypatch: pytest.MonkeyPatch) -> None:
    drop_ballast(at_hand.desk.folder)
    monkeypatch.setattr("justice_desk.vault.ballast.MARGIN", 1 << 60)
    at_hand.enter()
    shell = at_hand.window.sitting.shell  # type: ignore[union-attr]
    assert "disco está lleno" in shell.trouble.text.text()
    shell.trouble.dismiss.click()
    assert not shell.trouble.isVisible()


def on_to(qtbot: QtBot, guide: RestoreGuide, step: GuideStep) -> None:
    guide.panel.forward.click()
    qtbot.waitUntil(lambda: guide._step is step, timeout=20_000)


def test_a_new_laptop_offers_to_bring_a_desk_back(
    qtbot: QtBot, appearance: Appearance, bolivia: DeskInUse, drive: Path, tmp_path: Path
) -> None:
    with_matter(bolivia)
    back_up(bolivia, drive)
    bolivia.vault.close()
    (tmp_path / "laptop").mkdir()
    window = MainWindow(entrance_to(tmp_path / "laptop" / "store", bolivia), appearance, Boundary(), lambda: PAGES)
    qtbot.addWidget(window)
    window.show()
    guide = window.centralWidget()
    assert isinstance(guide, FoundingGuide)
    first = guide.panel.steps[0]
    assert isinstance(first, LanguageStep)
    first.restore.click()
    restore = window.centralWidget()
    assert isinstance(restore, RestoreGuide)
    restore.place.place.choose(drive)
    on_to(qtbot, restore, restore.backup)
    on_to(qtbot, restore, restore.way)
    restore.way.name.setText(NAMES["ana"])
    restore.way.passphrase.edit.setText(PASSPHRASES["ana"])
    on_to(qtbot, restore, restore.numbers)
    on_to(qtbot, restore, restore.result)
    restore.panel.forward.click()
    qtbot.waitUntil(lambda: window.sitting is not None)
    window._may_go = True
    window.close()


def test_a_window_that_closes_in_the_middle_of_a_restore_leaves_nothing(
    qtbot: QtBot, appearance: Appearance, bolivia: DeskInUse, drive: Path, tmp_path: Path
) -> None:
    back_up(bolivia, drive)
    bolivia.vault.close()
    (tmp_path / "laptop").mkdir()
    window = MainWindow(entrance_to(tmp_path / "laptop" / "store", bolivia), appearance, Boundary(), lambda: PAGES)
    qtbot.addWidget(window)
    window.show()
    window.rescue.restore()
    guide = window.centralWidget()
    assert isinstance(guide, RestoreGuide)
    guide.place.place.choose(drive)
    on_to(qtbot, guide, guide.backup)
    on_to(qtbot, guide, guide.way)
    guide.way.name.setText(NAMES["ana"])
    guide.way.passphrase.edit.setText(PASSPHRASES["ana"])
    on_to(qtbot, guide, guide.numbers)
    window.close()
    assert list((tmp_path / "laptop").iterdir()) == []
