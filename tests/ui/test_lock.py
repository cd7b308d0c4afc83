import gc
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox  # noqa: TID251 - what the boundary shows is looked at
from pytestqt.qtbot import QtBot

from justice_desk import bootstrap
from justice_desk.foundations.progress import Progress
from justice_desk.vault.errors import StoreClosed
from tests.desks import DeskInUse
from tests.stores import NAMES, PASSPHRASES
from tests.ui.conftest import entrance_to
from tests.ui.pages import CANARY, DRAFT, PAGES, TellingPage, open_dialog
from tests.ui.walker import found_anywhere, unnamed
from ui.appearance import Appearance
from ui.entrance import Entrance, looked_over
from ui.errors import Boundary
from ui.first_run.guide import FoundingGuide
from ui.i18n import TranslationMissing
from ui.main_window import MainWindow
from ui.sitting import Sitting
from ui.unlock.page import UnlockPage
from ui.widgets.keys import KeySheet


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance, entrance: Entrance) -> Iterator[MainWindow]:
    made = MainWindow(entrance, appearance, Boundary(), lambda: PAGES)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def unlocked(qtbot: QtBot, window: MainWindow, bolivia: DeskInUse) -> MainWindow:
    bolivia.vault = bolivia.opened()
    with qtbot.waitSignal(window.unlocked):
        window.enter(looked_over(bootstrap.wired(bolivia.acting("ana"))))
    return window


def bury_the_dead() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def sitting(window: MainWindow) -> Sitting:
    assert window.sitting is not None
    return window.sitting


def telling(window: MainWindow) -> TellingPage:
    return window.findChildren(TellingPage)[0]


def drafts_after(bolivia: DeskInUse) -> dict[str, str]:
    bolivia.vault = bolivia.opened()
    return {draft.place: draft.text for draft in bolivia.accounts("ana").drafts()}


def test_after_locking_nothing_of_a_case_can_be_read_anywhere(unlocked: MainWindow, bolivia: DeskInUse) -> None:
    QGuiApplication.clipboard().setText(CANARY)
    bury_the_dead()
    page = telling(unlocked)
    open_dialog(page, sitting(unlocked).shell.workplace)
    assert {place.split(" ")[0] for place in found_anywhere(CANARY)} >= {"TextField", "QLabel", "Table", "clipboard"}
    del page
    unlocked.lock()
    assert found_anywhere(CANARY) == []
    assert unlocked.sitting is None
    assert isinstance(unlocked.centralWidget(), UnlockPage)
    assert unlocked.windowTitle() == "Justice Desk"
    assert not [dialog for dialog in QApplication.topLevelWidgets() if isinstance(dialog, QDialog)]


def test_what_was_typed_is_kept_on_the_page_and_in_the_dialog(unlocked: MainWindow, bolivia: DeskInUse) -> None:
    telling(unlocked).area.setPlainText("a medio escribir")
    open_dialog(telling(unlocked), sitting(unlocked).shell.workplace)
    unlocked.lock()
    assert drafts_after(bolivia) == {DRAFT: "a medio escribir", "test:dialog": "escrito en el diálogo"}


def test_what_was_typed_is_kept_when_the_window_is_closed(unlocked: MainWindow, bolivia: DeskInUse) -> None:
    telling(unlocked).area.setPlainText("a medio escribir")
    unlocked.close()
    assert drafts_after(bolivia) == {DRAFT: "a medio escribir"}


def test_the_keys_are_forgotten_and_the_store_is_free(unlocked: MainWindow, entrance: Entrance) -> None:
    unlocked.lock()
    entrance.unlock(NAMES["ana"], PASSPHRASES["ana"]).desk.close()


def test_the_button_and_the_key_lock(qtbot: QtBot, unlocked: MainWindow) -> None:
    with qtbot.waitSignal(unlocked.locked):
        QTest.mouseClick(sitting(unlocked).shell.top_bar.lock, Qt.MouseButton.LeftButton)


def test_the_key_locks(qtbot: QtBot, unlocked: MainWindow) -> None:
    with qtbot.waitActive(unlocked):
        unlocked.activateWindow()
    with qtbot.waitSignal(unlocked.locked):
        QTest.keySequence(unlocked, "Ctrl+L")


def test_hiding_locks_and_puts_the_window_away(qtbot: QtBot, unlocked: MainWindow) -> None:
    with qtbot.waitActive(unlocked):
        unlocked.activateWindow()
    with qtbot.waitSignal(unlocked.locked):
        QTest.keySequence(unlocked, "F12")
    qtbot.waitUntil(unlocked.isMinimized)


def test_the_key_that_hides_works_over_a_dialog(qtbot: QtBot, unlocked: MainWindow) -> None:
    dialog = open_dialog(telling(unlocked), sitting(unlocked).shell.workplace)
    with qtbot.waitSignal(unlocked.locked):
        QTest.keyClick(dialog, Qt.Key.Key_F12)
    assert isinstance(unlocked.centralWidget(), UnlockPage)


def test_hiding_the_lock_page_only_puts_the_window_away(window: MainWindow) -> None:
    window.hide_all()
    assert window.isMinimized()


def test_a_laptop_that_goes_to_sleep_locks_at_once(unlocked: MainWindow) -> None:
    assert unlocked._session is not None
    unlocked._session.changed(True)
    assert unlocked.sitting is None


def test_nobody_there_is_warned_of_and_then_locked_out(qtbot: QtBot, unlocked: MainWindow) -> None:
    watch, shell = sitting(unlocked).watch, sitting(unlocked).shell
    for _ in range(4 * 60):
        watch.tick()
    assert shell.banner.isVisible()
    assert "Cualquier tecla" in shell.banner.text.text()
    watch.stir()
    assert not shell.banner.isVisible()
    with qtbot.waitSignal(unlocked.locked):
        for _ in range(5 * 60):
            watch.tick()


def test_a_running_export_is_finished_before_the_desk_locks_by_itself(qtbot: QtBot, unlocked: MainWindow) -> None:
    entered, go_on = threading.Event(), threading.Event()

    def export(_progress: Progress) -> None:
        entered.set()
        assert go_on.wait(20)

    job = sitting(unlocked).jobs.run_long(export)
    assert entered.wait(20)
    for _ in range(5 * 60 + 10):
        sitting(unlocked).watch.tick()
    assert unlocked.sitting is not None
    with qtbot.waitSignal(job.ended):
        go_on.set()
    with qtbot.waitSignal(unlocked.locked):
        sitting(unlocked).watch.tick()


def test_another_language_is_spoken_at_once_and_the_page_stays(
    qtbot: QtBot, unlocked: MainWindow, appearance: Appearance
) -> None:
    sitting(unlocked).shell.open_page("bare")
    appearance.speak("en")
    qtbot.waitUntil(lambda: sitting(unlocked).shell.top_bar.lock.word == "Lock")
    assert sitting(unlocked).shell.front == "bare"
    assert unlocked.centralWidget() is sitting(unlocked).shell


def test_a_second_person_stays_when_the_language_changes_and_is_forgotten_when_it_locks(
    qtbot: QtBot, unlocked: MainWindow, appearance: Appearance
) -> None:
    shell = sitting(unlocked).shell
    desk = shell.workplace.desk.joined(NAMES["carla"], PASSPHRASES["carla"])
    shell.workplace.take_desk(desk, "Segunda persona: Carla")
    second = desk.persons.second
    assert second is not None
    appearance.speak("en")
    qtbot.waitUntil(lambda: sitting(unlocked).shell.top_bar.second.word == "End the second person")
    assert sitting(unlocked).shell.workplace.desk is desk
    assert "Segunda persona: Carla" in sitting(unlocked).shell.status.text()
    unlocked.lock()
    with pytest.raises(StoreClosed):
        second.ring.sign(b"")


def test_the_lock_page_keeps_the_name_when_the_language_changes(
    qtbot: QtBot, window: MainWindow, appearance: Appearance
) -> None:
    page = window.centralWidget()
    assert isinstance(page, UnlockPage)
    page.form.name.setText("Ana")
    appearance.speak("en")
    qtbot.waitUntil(lambda: window.centralWidget() is not page)
    fresh = window.centralWidget()
    assert isinstance(fresh, UnlockPage)
    assert fresh.typed_name == "Ana"
    assert fresh.form.open.word == "Open the desk"


def test_a_language_that_is_missing_is_told(window: MainWindow, appearance: Appearance) -> None:
    appearance.language_missing.emit(TranslationMissing(Path("justice_desk_es.qm")))
    (box,) = window.findChildren(QMessageBox)
    assert "make translations" in box.text()


def test_the_text_grows_from_the_keyboard_everywhere(qtbot: QtBot, window: MainWindow, appearance: Appearance) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keySequence(window, "Ctrl++")
    assert appearance.chosen.percent == 110
    QTest.keySequence(window, "Ctrl+-")
    QTest.keySequence(window, "Ctrl+-")
    assert appearance.chosen.percent == 90
    QTest.keySequence(window, "Ctrl+0")
    assert appearance.chosen.percent == 100


def test_the_sheet_of_keys_is_shown_locked_and_open(unlocked: MainWindow) -> None:
    unlocked.show_keys()
    (sheet,) = unlocked.findChildren(KeySheet)
    assert unnamed(sheet) == []
    unlocked.lock()
    unlocked.show_keys()


def test_without_a_store_the_window_begins_with_the_guide(
    qtbot: QtBot, appearance: Appearance, bolivia: DeskInUse
) -> None:
    nowhere = entrance_to(bolivia.folder.with_name("nowhere"), bolivia)
    window = MainWindow(nowhere, appearance, Boundary(), lambda: PAGES)
    qtbot.addWidget(window)
    window.show()
    guide = window.centralWidget()
    assert isinstance(guide, FoundingGuide)
    appearance.speak("en")
    qtbot.waitUntil(lambda: guide.panel.forward.word == "Go on")
    window.close()


def test_the_minutes_until_it_locks_count_from_when_they_are_chosen(
    unlocked: MainWindow, appearance: Appearance
) -> None:
    appearance.wait(10)
    assert sitting(unlocked).watch._left == 600
    unlocked.lock()
    appearance.wait(20)
    assert unlocked.sitting is None


@pytest.mark.parametrize(("screen", "whole"), [(QSize(1366, 728), True), (QSize(1920, 1040), False)])
def test_a_small_screen_is_taken_whole(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, screen: QSize, *, whole: bool
) -> None:
    monkeypatch.setattr(window, "screen", lambda: SimpleNamespace(availableSize=lambda: screen))
    window.hide()
    window.appear()
    assert window.isVisible()
    assert window.isMaximized() is whole
