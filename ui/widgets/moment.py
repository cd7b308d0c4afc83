"""Asking for a day, or for a moment: typed as people write it, or taken from a calendar; exact or approximate."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from justice_desk.foundations.clock import Clock
from ui.i18n import translate
from ui.moments import moment_of, read_day, read_hour, written_day
from ui.widgets.buttons import Button, Kind
from ui.widgets.calendar import Calendar
from ui.widgets.choices import Choice, ChoiceList
from ui.widgets.fields import TextField

NOON = time(12)


class Precision(StrEnum):
    """How well a moment is known."""

    EXACT = "exact"
    APPROXIMATE = "approximate"


@dataclass(frozen=True)
class GivenMoment:
    """A moment as it was given: aware, in UTC. An approximate one without an hour stands at noon."""

    at: datetime
    exact: bool


class DayField(QWidget):
    """A day: typed as day/month/year, or picked from a calendar.

    Signals:
        changed: The text changed.
    """

    changed = Signal()

    def __init__(self, clock: Clock, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today: Callable[[], date] = lambda: clock().astimezone(zone).date()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.edit = TextField(longest=20)
        self.edit.setPlaceholderText(translate("DayField", "day/month/year"))
        self.edit.textChanged.connect(self.changed)
        self.open_calendar = Button(translate("DayField", "Calendar"), Kind.QUIET, "calendar")
        self.open_calendar.clicked.connect(self._show_calendar)
        row.addWidget(self.edit, 1)
        row.addWidget(self.open_calendar)
        self.setFocusProxy(self.edit)
        self._calendar: Calendar | None = None

    def value(self) -> date | None:
        """Return the day, None if nothing readable was typed."""
        return read_day(self.edit.text())

    @property
    def blank(self) -> bool:
        """Whether nothing was typed."""
        return not self.edit.value()

    def show_day(self, day: date) -> None:
        """Put a day in."""
        self.edit.setText(written_day(day))

    def name(self, label: str, description: str) -> None:
        """Tell the screen reader what is asked here."""
        self.edit.setAccessibleName(label)
        self.edit.setAccessibleDescription(description)
        self.open_calendar.setAccessibleDescription(label)

    def mark_wrong(self, *, wrong: bool) -> None:
        """Show by the frame that something is wrong here."""
        self.edit.mark_wrong(wrong=wrong)

    def _show_calendar(self) -> None:
        if self._calendar is None:
            self._calendar = Calendar(self)
            self._calendar.picked.connect(self._take)
        self._calendar.open_at(self.value() or self._today(), self._today())
        self._calendar.move(_beside(self, self._calendar))
        self._calendar.show()

    @Slot(object)
    def _take(self, chosen: date) -> None:
        self.show_day(chosen)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)


class MomentField(QWidget):
    """A moment: day and hour, and whether it is known exactly where that is asked. "Now" fills both.

    Signals:
        changed: Something was typed or chosen.
    """

    changed = Signal()

    def __init__(
        self, clock: Clock, zone: ZoneInfo, *, asks_precision: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._clock, self._zone = clock, zone
        self.day = DayField(clock, zone)
        self.hour = TextField(longest=8)
        self.hour.setPlaceholderText(translate("MomentField", "hour:minute"))
        self.now = Button(translate("MomentField", "Now"), Kind.QUIET, "clock")
        self.now.clicked.connect(self._take_now)
        self.precision = ChoiceList(
            (
                Choice(Precision.EXACT, translate("MomentField", "Exact")),
                Choice(Precision.APPROXIMATE, translate("MomentField", "Approximate")),
            ),
            columns=2,
        )
        self.precision.choose(Precision.EXACT)
        if not asks_precision:
            self.precision.hide()
        self._lay_out()
        self.day.changed.connect(self.changed)
        self.hour.textChanged.connect(self.changed)
        self.precision.chosen.connect(self.changed)
        self.setFocusProxy(self.day.edit)

    def value(self) -> GivenMoment | None:
        """Return the moment, None if day or hour cannot be read (an approximate one needs no hour)."""
        day, hour = self.day.value(), read_hour(self.hour.text())
        exact = self.precision.value() == Precision.EXACT
        if hour is None and not exact and not self.hour.value():
            hour = NOON
        if day is None or hour is None:
            return None
        return GivenMoment(moment_of(day, hour, self._zone), exact)

    @property
    def blank(self) -> bool:
        """Whether nothing was typed."""
        return self.day.blank and not self.hour.value()

    def show_moment(self, moment: GivenMoment) -> None:
        """Put a moment in."""
        there = moment.at.astimezone(self._zone)
        self.day.show_day(there.date())
        self.hour.setText(there.strftime("%H:%M"))
        self.precision.choose(Precision.EXACT if moment.exact else Precision.APPROXIMATE)

    def name(self, label: str, description: str) -> None:
        """Tell the screen reader what is asked here."""
        day, hour = translate("MomentField", "Day"), translate("MomentField", "Hour")
        self.day.name(f"{label}: {day}", description)
        self.hour.setAccessibleName(f"{label}: {hour}")
        self.now.setAccessibleDescription(label)
        self.precision.name(label, description)

    def mark_wrong(self, *, wrong: bool) -> None:
        """Show by the frame that something is wrong here."""
        self.day.mark_wrong(wrong=wrong)
        self.hour.mark_wrong(wrong=wrong)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.day, 3)
        row.addWidget(self.hour, 1)
        row.addWidget(self.now)
        column.addLayout(row)
        column.addWidget(self.precision)

    def _take_now(self) -> None:
        self.show_moment(GivenMoment(self._clock(), exact=True))


def _beside(owner: QWidget, popup: QWidget) -> QPoint:
    """Return where a popup stands below its owner, or above it where the screen ends."""
    screen = owner.screen().availableGeometry()
    below = owner.mapToGlobal(QPoint(0, owner.height()))
    size = popup.sizeHint()
    top = below.y() if below.y() + size.height() <= screen.bottom() else below.y() - owner.height() - size.height()
    left = max(screen.left(), min(below.x(), screen.right() - size.width()))
    return QPoint(left, max(screen.top(), top))
