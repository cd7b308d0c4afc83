from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.idle import Watch


class Heard:
    def __init__(self, watch: Watch) -> None:
        self.words: list[str] = []
        for name in ("warned", "revived", "expired", "lock_asked", "hide_asked"):
            getattr(watch, name).connect(lambda name=name: self.words.append(name))


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch(2, qapp)
    qapp.installEventFilter(made)
    yield made
    made.stop()
    qapp.removeEventFilter(made)
    made.deleteLater()


def wait_seconds(watch: Watch, seconds: int) -> None:
    for _ in range(seconds):
        watch.tick()


def press(target: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


def test_the_last_minute_is_warned_of_and_then_the_desk_locks(watch: Watch) -> None:
    heard = Heard(watch)
    left: list[int] = []
    watch.remaining.connect(left.append)
    wait_seconds(watch, 60)
    assert heard.words == ["warned"]
    wait_seconds(watch, 60)
    assert heard.words == ["warned", "expired"]
    assert (left[0], left[-1]) == (119, 0)


def test_nobody_acting_on_it_is_asked_again(watch: Watch) -> None:
    heard = Heard(watch)
    wait_seconds(watch, 122)
    assert heard.words.count("expired") == 3


def test_any_key_takes_the_warning_away(watch: Watch, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    heard = Heard(watch)
    wait_seconds(watch, 70)
    press(widget, Qt.Key.Key_A)
    assert heard.words == ["warned", "revived"]
    wait_seconds(watch, 100)
    assert "expired" not in heard.words


def test_a_moving_mouse_is_a_sign_of_life_and_a_repaint_is_none(watch: Watch, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    heard = Heard(watch)
    wait_seconds(watch, 119)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.UpdateRequest))
    wait_seconds(watch, 1)
    assert heard.words == ["warned", "expired"]
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(1, 1),
        QPointF(1, 1),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, move)
    assert heard.words[-1] == "revived"


def test_a_hearing_may_wait_longer(watch: Watch) -> None:
    heard = Heard(watch)
    watch.allow(20)
    wait_seconds(watch, 18 * 60)
    assert heard.words == []


def test_the_keys_that_lock_and_hide_work_over_a_dialog(watch: Watch, qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    heard = Heard(watch)
    press(dialog, Qt.Key.Key_F12)
    assert heard.words == []
    dialog.open()
    press(dialog, Qt.Key.Key_F12)
    press(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    press(dialog, Qt.Key.Key_A)
    assert heard.words == ["hide_asked", "lock_asked"]


def test_the_seconds_pass_by_themselves(watch: Watch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.remaining, timeout=5000) as told:
        pass
    assert told.args == [119]
