import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.walker import low_targets, spoken, unnamed
from ui.appearance import Appearance
from ui.widgets.choices import CheckList, CheckRow, Choice, ChoiceList, DropDown
from ui.widgets.fields import Form
from ui.widgets.page import Body

THREE = (Choice("a", "Primera"), Choice("b", "Segunda", "Con su explicación"), Choice("c", "Tercera"))


@pytest.fixture
def form(qtbot: QtBot, appearance: Appearance) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.resize(600, 400)
    return made


def test_one_of_several_is_chosen_by_pressing_its_row_anywhere(qtbot: QtBot, form: Form) -> None:
    choices = form.ask("x", "Pregunta", ChoiceList(THREE))
    form.show()
    assert choices.value() is None
    row = choices._rows["b"]
    with qtbot.waitSignal(choices.chosen) as told:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 5, row.height() - 3))
    assert told.args == ["b"]
    assert choices.value() == "b"
    choices.choose("c")
    assert choices.value() == "c"


def test_choices_say_what_they_answer(form: Form) -> None:
    choices = form.ask("x", "Pregunta", ChoiceList(THREE))
    row = choices._rows["b"]
    assert spoken(row) == "Segunda"
    description = QAccessible.queryAccessibleInterface(row).text(QAccessible.Text.Description)
    assert description == "Pregunta. Con su explicación"
    assert unnamed(form) == []


def test_focus_given_to_the_question_goes_to_what_is_chosen(qtbot: QtBot, form: Form) -> None:
    choices, boxes = form.ask("x", "Uno", ChoiceList(THREE)), form.ask("y", "Dos", CheckList(THREE))
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    choices.choose("c")
    choices.setFocus()
    assert choices._rows["c"].hasFocus()
    boxes.setFocus()
    assert boxes._rows["a"].hasFocus()


def test_other_choices_can_be_offered(form: Form) -> None:
    choices = form.ask("x", "Pregunta", ChoiceList(THREE))
    choices.choose("a")
    choices.offer((Choice("z", "Otra"),))
    assert choices.value() is None
    choices.choose("z")
    assert choices.value() == "z"


def test_nothing_to_choose_takes_no_focus(qtbot: QtBot, form: Form) -> None:
    nothing, none = form.ask("x", "Uno", ChoiceList(())), form.ask("y", "Dos", CheckList(()))
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    nothing.setFocus()
    none.setFocus()
    assert none.values() == frozenset()


def test_any_of_several_are_ticked(qtbot: QtBot, form: Form) -> None:
    boxes = form.ask("x", "Pregunta", CheckList(THREE))
    with qtbot.waitSignal(boxes.changed):
        boxes.tick({"a", "c"})
    assert boxes.values() == {"a", "c"}
    boxes.tick(())
    assert boxes.values() == frozenset()


def test_columns_become_one_where_they_would_be_too_narrow(form: Form) -> None:
    choices = form.ask("x", "Pregunta", ChoiceList(THREE, columns=3))
    form.show()
    form.resize(900, 300)
    QApplication.processEvents()
    assert choices._rows["a"].y() == choices._rows["c"].y()
    form.resize(400, 300)
    QApplication.processEvents()
    assert choices._rows["a"].y() < choices._rows["c"].y()


@pytest.mark.parametrize("percent", [80, 200])
def test_long_words_wrap_and_rows_stay_targets(qtbot: QtBot, appearance: Appearance, percent: int) -> None:
    long = Choice("l", "Palabras que no caben en una sola línea de la página " * 3, "y lo que significan " * 6)
    body = Body()
    qtbot.addWidget(body)
    row = body.add(CheckRow(long))
    body.show()
    appearance.resize(percent)
    body.resize(420, 300)
    QApplication.processEvents()
    assert row.height() >= row.heightForWidth(row.width())
    assert row.height() > 100
    assert low_targets(body) == []


def test_a_long_list_is_chosen_from_by_its_first_letters(qtbot: QtBot, form: Form) -> None:
    months = form.ask("m", "Mes", DropDown(THREE))
    form.show()
    assert months.value() is None
    with qtbot.waitSignal(months.chosen) as told:
        QTest.keyClick(months, Qt.Key.Key_T)
    assert told.args == ["c"]
    months.choose("a")
    assert months.value() == "a"
    form.point_out({"m": "Falta."})
    assert months.property("wrong") == "true"


def test_a_wheel_that_passes_by_changes_no_answer(form: Form) -> None:
    months = form.ask("m", "Mes", DropDown(THREE))
    months.choose("a")
    form.show()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    assert wheel.type() is QEvent.Type.Wheel
    QApplication.sendEvent(months, wheel)
    assert months.value() == "a"
