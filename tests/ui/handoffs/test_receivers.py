from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from justice_desk.accounts.rules import NotPermitted, UseCase
from tests.handoffs.road import Road, fresh_key
from tests.ui.keyboard import fill, hotkey, press, push, tick, write
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance
from ui.handoffs.receiver_dialogs import ConfirmKey, EnterReceiver, key_in
from ui.widgets.dialogs import Dialog
from ui.workplace import Workplace


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    shiboken6.delete(made)


def opened(dialog: Dialog, qtbot: QtBot) -> None:
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)


def entering(workplace: Workplace, window: QWidget, qtbot: QtBot) -> EnterReceiver:
    dialog = EnterReceiver(workplace, window)
    opened(dialog, qtbot)
    return dialog


def test_a_receiver_is_entered_with_one_key(workplace: Workplace, window: QWidget, qtbot: QtBot) -> None:
    dialog = entering(workplace, window, qtbot)
    assert unnamed(dialog) == []
    assert low_targets(dialog) == []
    assert not dialog.annex_recipient.isVisible()
    key = fresh_key()
    fill(
        [
            (dialog.institution, "Fiscalía Ficticia"),
            (dialog.office, "Fiscal de materia"),
            (dialog.place, "Ciudad Ficticia"),
            (dialog.recipient, key.upper()),
        ]
    )
    with qtbot.waitSignal(dialog.entered):
        hotkey("Ctrl+S")
    (receiver,) = workplace.desk.receivers.receivers()
    assert (receiver.recipient, receiver.annex_recipient) == (key, key)


def test_what_is_missing_or_no_key_is_said_beside_its_field(
    workplace: Workplace, window: QWidget, qtbot: QtBot
) -> None:
    dialog = entering(workplace, window, qtbot)
    write(dialog.recipient, "no es una llave")
    push(dialog.save)
    qtbot.waitUntil(lambda: "age1" in dialog.form.fields["recipient"].error.text())
    dialog.recipient.setText(fresh_key())
    push(dialog.save)
    qtbot.waitUntil(lambda: bool(dialog.form.fields["institution"].error.text()))
    fill([(dialog.institution, "Fiscalía"), (dialog.office, "Fiscal"), (dialog.place, "Ciudad")])
    tick(dialog.same)
    write(dialog.annex_recipient, "age1tampoco")
    push(dialog.save)
    qtbot.waitUntil(lambda: bool(dialog.form.fields["annex_recipient"].error.text()))
    push(dialog.back)


def test_a_refusal_that_is_about_no_field_is_said_all_the_same(
    workplace: Workplace, window: QWidget, qtbot: QtBot
) -> None:
    dialog = entering(workplace, window, qtbot)
    dialog._refused(NotPermitted(UseCase.ENTER_RECEIVER))
    assert dialog.form.fields["institution"].error.text()


def test_a_key_is_taken_from_a_file(workplace: Workplace, window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    key = fresh_key()
    good, bad = tmp_path / "llave.txt", tmp_path / "foto.bin"
    good.write_text(f"# la llave de la oficina\n{key.upper()}\n", encoding="utf-8")
    bad.write_bytes(b"\xff\xfe\x00")
    assert key_in(good) == key
    assert key_in(bad) == key_in(tmp_path / "no-such-file") == ""
    dialog = entering(workplace, window, qtbot)
    push(dialog.from_file)
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.reject()
    dialog.take_file(str(bad))
    assert dialog.form.fields["recipient"].error.text()
    dialog.take_file(str(good))
    assert dialog.recipient.text() == key
    assert not dialog.form.fields["recipient"].error.text()


def test_what_was_typed_of_a_receiver_is_offered_again(workplace: Workplace, window: QWidget, qtbot: QtBot) -> None:
    first = entering(workplace, window, qtbot)
    write(first.institution, "Fiscalía a medio escribir")
    with qtbot.waitSignal(workplace.draft_kept):
        first._draft._keeper.keep_now()
    shiboken6.delete(first)
    later = entering(workplace, window, qtbot)
    qtbot.waitUntil(later.offer.isVisible)
    push(later.offer.action)
    assert later.institution.text() == "Fiscalía a medio escribir"


def test_a_key_is_confirmed_by_what_is_heard_and_by_whom(
    workplace: Workplace, way: Road, window: QWidget, qtbot: QtBot
) -> None:
    (receiver,) = workplace.desk.receivers.receivers()
    dialog = ConfirmKey(workplace, receiver, window)
    opened(dialog, qtbot)
    assert unnamed(dialog) == []
    assert not dialog.annex_digits.isVisible(), "one key opens both"
    write(dialog.digits, "12345")
    push(dialog.yes)
    assert "5" in dialog.form.fields["digits"].error.text()
    dialog.digits.clear()
    write(dialog.digits, "1" * 30)
    write(dialog.confirmed_with, "Secretaría ficticia")
    push(dialog.yes)
    qtbot.waitUntil(lambda: "otra llave" in dialog.form.fields["digits"].error.text())
    dialog.digits.clear()
    write(dialog.digits, receiver.fingerprint)
    dialog.confirmed_with.clear()
    push(dialog.yes)
    qtbot.waitUntil(lambda: bool(dialog.form.fields["confirmed_with"].error.text()))
    write(dialog.confirmed_with, "Secretaría ficticia")
    with qtbot.waitSignal(workplace.act_done):
        press(Qt.Key.Key_Return)
    (confirmed,) = workplace.desk.receivers.receivers()
    assert confirmed.confirmed_with == "Secretaría ficticia"


def test_a_refusal_of_the_confirmation_that_is_about_no_field_is_said_over_it(
    workplace: Workplace, way: Road, window: QWidget, qtbot: QtBot
) -> None:
    dialog = ConfirmKey(workplace, workplace.desk.receivers.receivers()[0], window)
    opened(dialog, qtbot)
    dialog._refused(NotPermitted(UseCase.ENTER_RECEIVER))
    assert dialog.refusal.isVisible()
