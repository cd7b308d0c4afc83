from collections.abc import Callable
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from justice_desk.foundations.clock import system_clock
from tests.ui.walker import low_targets, spoken, unnamed
from ui.appearance import Appearance
from ui.widgets.choices import CheckList, CheckRow, Choice, ChoiceList, DropDown
from ui.widgets.fields import Field, Form, SecretField, TextArea, TextField
from ui.widgets.moment import DayField, MomentField

ZONE = ZoneInfo("America/La_Paz")
CHOICES = (Choice("a", "Una"), Choice("b", "Otra"))


@pytest.fixture
def form(qtbot: QtBot, appearance: Appearance) -> Form:
    made = Form()
    qtbot.addWidget(made)
    return made


def described(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def test_a_field_names_its_editor_to_the_screen_reader(form: Form) -> None:
    edit = form.ask("name", "Nombre", TextField(), "Como le llaman.")
    assert spoken(edit) == "Nombre"
    assert described(edit) == "Como le llaman."
    assert unnamed(form) == []


def test_a_field_that_is_not_needed_says_so(form: Form) -> None:
    form.ask("more", "Detalle", TextField(), needed=False)
    assert form.fields["more"].label.text() == "Detalle (opcional)"


def test_what_is_wrong_stands_beside_its_field_and_the_cursor_goes_there(qtbot: QtBot, form: Form) -> None:
    first, second = form.ask("a", "Uno", TextField()), form.ask("b", "Dos", TextField())
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.point_out({"b": "Falta este dato."})
    assert form.fields["b"].error.isVisible()
    assert form.fields["b"].error.text() == "Falta este dato."
    assert described(second).startswith("Falta este dato.")
    assert second.property("wrong") == "true"
    assert second.hasFocus()
    assert not form.fields["a"].error.isVisible()
    form.point_out({})
    assert not form.fields["b"].error.isVisible()
    assert second.property("wrong") == "false"
    assert first.property("wrong") == "false"


def test_a_single_box_needs_no_title_of_its_own(form: Form) -> None:
    box = form.ask("sure", "He llamado", CheckRow(Choice("sure", "He llamado")), titled=False)
    form.show()
    assert not form.fields["sure"].label.isVisible()
    assert spoken(box) == "He llamado"
    form.point_out({"sure": "Llame primero."})
    assert form.fields["sure"].error.isVisible()


def test_text_is_taken_without_spaces_around_it(form: Form) -> None:
    line, area = form.ask("a", "Uno", TextField("  uno ")), form.ask("b", "Dos", TextArea("\n dos \n"))
    assert (line.value(), area.value()) == ("uno", "dos")


def test_a_text_area_grows_with_what_is_written_up_to_a_screenful(qtbot: QtBot, appearance: Appearance) -> None:
    area = TextArea(lines=3)
    qtbot.addWidget(area)
    area.resize(400, 100)
    area.show()
    low = area.height()
    area.setPlainText("línea\n" * 8)
    grown = area.height()
    assert low < grown
    area.setPlainText("línea\n" * 200)
    assert area.height() < 3 * grown
    appearance.resize(200)
    assert area.height() > grown


def test_the_tabulator_leaves_a_text_area(qtbot: QtBot, form: Form) -> None:
    area, after = form.ask("a", "Uno", TextArea()), form.ask("b", "Dos", TextField())
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert after.hasFocus()
    area.mark_wrong(wrong=True)
    assert area.property("wrong") == "true"


def test_a_passphrase_is_hidden_until_it_is_asked_for_and_again_when_the_page_goes(qtbot: QtBot, form: Form) -> None:
    secret = form.ask("p", "Contraseña", SecretField())
    form.show()
    assert secret.edit.echoMode() is QLineEdit.EchoMode.Password
    QTest.mouseClick(secret.reveal, Qt.MouseButton.LeftButton)
    assert secret.edit.echoMode() is QLineEdit.EchoMode.Normal
    assert spoken(secret.reveal) == "Ocultar"
    form.hide()
    assert secret.edit.echoMode() is QLineEdit.EchoMode.Password
    assert unnamed(form) == []


def test_a_made_passphrase_is_shown_and_a_cleared_one_is_gone(qtbot: QtBot, form: Form) -> None:
    secret = form.ask("p", "Contraseña", SecretField())
    secret.fill(" seis palabras ")
    assert secret.value() == " seis palabras "
    assert secret.edit.echoMode() is QLineEdit.EchoMode.Normal
    with qtbot.waitSignal(secret.submitted):
        QTest.keyClick(secret.edit, Qt.Key.Key_Return)
    secret.clear()
    assert secret.value() == ""
    form.point_out({"p": "Falta."})
    assert secret.edit.property("wrong") == "true"


@pytest.mark.parametrize("percent", [80, 100, 200])
def test_fields_are_never_lower_than_a_target(qtbot: QtBot, appearance: Appearance, form: Form, percent: int) -> None:
    appearance.resize(percent)
    form.ask("a", "Uno", TextField())
    form.ask("b", "Dos", SecretField())
    form.ask("c", "Tres", CheckRow(Choice("x", "Sí")))
    form.resize(500, 400)
    form.show()
    assert low_targets(form) == []


def test_an_editor_that_cannot_be_marked_is_pointed_out_all_the_same(qtbot: QtBot, appearance: Appearance) -> None:
    field = Field("Uno", CheckRow(Choice("a", "A")))
    qtbot.addWidget(field)
    field.point_out("Falta.")
    assert field.error.text() == "Falta."


@pytest.mark.parametrize(
    ("make", "mend"),
    [
        (TextField, lambda editor: editor.setText("x")),
        (TextArea, lambda editor: editor.setPlainText("x")),
        (SecretField, lambda editor: editor.edit.setText("x")),
        (lambda: DropDown(CHOICES), lambda editor: editor.choose("b")),
        (lambda: ChoiceList(CHOICES), lambda editor: editor.choose("b")),
        (lambda: CheckList(CHOICES), lambda editor: editor.tick(("b",))),
        (lambda: CheckRow(CHOICES[0]), lambda editor: editor.setChecked(True)),
        (lambda: DayField(system_clock, ZONE), lambda editor: editor.show_day(date(2026, 11, 2))),
        (lambda: MomentField(system_clock, ZONE), lambda editor: editor.now.click()),
    ],
)
def test_what_was_wrong_is_no_longer_said_once_it_is_mended(
    form: Form, make: Callable[[], QWidget], mend: Callable[[Any], None]
) -> None:
    editor = form.ask("a", "Uno", make())
    form.ask("b", "Dos", TextField())
    form.point_out({"a": "Falta.", "b": "Falta."})
    mend(editor)
    assert [field.error.text() for field in form.fields.values()] == ["", "Falta."]
    assert form.fields["a"].error.isHidden()
    assert "Falta." not in described(editor)
