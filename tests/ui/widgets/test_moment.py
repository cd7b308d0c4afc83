from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.stores import HandClock
from tests.ui.walker import low_targets, spoken, unnamed
from ui.appearance import Appearance
from ui.widgets.calendar import Calendar
from ui.widgets.fields import Form
from ui.widgets.moment import DayField, GivenMoment, MomentField, Precision

LA_PAZ = ZoneInfo("America/La_Paz")


@pytest.fixture
def form(qtbot: QtBot, appearance: Appearance) -> Form:
    made = Form()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def when(form: Form) -> MomentField:
    return form.ask("when", "Cuándo", MomentField(HandClock(), LA_PAZ))


def test_a_moment_is_read_in_the_zone_of_the_country(when: MomentField) -> None:
    assert when.blank
    when.day.edit.setText("1/3/2026")
    assert when.value() is None
    when.hour.setText("22:30")
    assert when.value() == GivenMoment(datetime(2026, 3, 2, 2, 30, tzinfo=UTC), exact=True)
    assert not when.blank


def test_an_approximate_moment_needs_no_hour(when: MomentField) -> None:
    when.day.edit.setText("1/3/2026")
    when.precision.choose(Precision.APPROXIMATE)
    assert when.value() == GivenMoment(datetime(2026, 3, 1, 16, tzinfo=UTC), exact=False)
    when.hour.setText("no hour")
    assert when.value() is None


def test_now_is_one_press(qtbot: QtBot, when: MomentField) -> None:
    with qtbot.waitSignal(when.changed):
        when.now.click()
    assert when.value() == GivenMoment(HandClock()(), exact=True)


def test_a_moment_that_was_given_is_shown_again(when: MomentField) -> None:
    given = GivenMoment(datetime(2026, 3, 2, 2, 30, tzinfo=UTC), exact=False)
    when.show_moment(given)
    assert when.value() == given


def test_every_part_of_the_question_has_a_name(form: Form, when: MomentField) -> None:
    assert unnamed(form) == []
    assert spoken(when.day.edit) == "Cuándo: Día"
    form.point_out({"when": "Falta."})
    assert when.hour.property("wrong") == "true"


def opened(qtbot: QtBot, day: DayField) -> Calendar:
    day.open_calendar.click()
    calendar = day.findChild(Calendar)
    assert isinstance(calendar, Calendar)
    assert calendar.isVisible()
    return calendar


def test_a_day_is_picked_from_a_calendar(qtbot: QtBot, form: Form) -> None:
    day = form.ask("day", "Día", DayField(HandClock(), LA_PAZ))
    form.show()
    calendar = opened(qtbot, day)
    assert calendar.month.text() == "marzo 2026"
    button = next(button for button in calendar.days if button.day == date(2026, 3, 19))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert day.value() == date(2026, 3, 19)
    assert not calendar.isVisible()
    assert not day.blank
    assert opened(qtbot, day) is calendar
    calendar.hide()


def test_the_calendar_is_walked_by_keys(qtbot: QtBot, form: Form) -> None:
    day = form.ask("day", "Día", DayField(HandClock(), LA_PAZ))
    day.show_day(date(2026, 3, 31))
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    calendar = opened(qtbot, day)
    calendar.activateWindow()
    QApplication.processEvents()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(calendar.focusWidget(), key)
    QTest.keyClick(calendar.focusWidget(), Qt.Key.Key_Right)
    assert calendar.month.text() == "abril 2026"
    QTest.keyClick(calendar.focusWidget(), Qt.Key.Key_Return)
    assert day.value() == date(2026, 4, 1)


def test_the_calendar_goes_from_month_to_month(qtbot: QtBot, form: Form) -> None:
    day = form.ask("day", "Día", DayField(HandClock(), LA_PAZ))
    form.show()
    calendar = opened(qtbot, day)
    QTest.keyClick(calendar, Qt.Key.Key_PageUp)
    assert calendar.month.text() == "febrero 2026"
    QTest.keyClick(calendar, Qt.Key.Key_PageDown)
    calendar.after.click()
    assert calendar.month.text() == "abril 2026"
    calendar.before.click()
    assert calendar.month.text() == "marzo 2026"
    assert unnamed(calendar) == []
    assert low_targets(calendar) == []
    QTest.keyClick(calendar, Qt.Key.Key_Escape)
    calendar.hide()


def test_the_calendar_grows_with_the_text(qtbot: QtBot, form: Form, appearance: Appearance) -> None:
    day = form.ask("day", "Día", DayField(HandClock(), LA_PAZ))
    form.show()
    calendar = opened(qtbot, day)
    small = calendar.days[0].sizeHint().height()
    appearance.resize(200)
    assert calendar.days[0].sizeHint().height() == 2 * small
    calendar.hide()
