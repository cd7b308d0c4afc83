"""A month to pick a day from. Qt's own knows no months in the languages of the field and cannot be read at 200 %."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.i18n import translate
from ui.moments import day_text, month_name, weekdays
from ui.theme import look
from ui.widgets.buttons import Button, Kind
from ui.widgets.painting import RESTYLED, brush, fill, ring
from ui.widgets.text import Line, Role

WEEK = 7
WEEKS = 6
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}


class DayButton(QAbstractButton):
    """One day of the month that is shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.day = date.min
        self.inside = True
        self.today = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_day(self, day: date, month: int, today: date) -> None:
        """Stand for a day, of this month or of one beside it."""
        self.day, self.inside, self.today = day, day.month == month, day == today
        self.setAccessibleName(day_text(day))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a target."""
        return QSize(look().target, look().target)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after the look has changed."""
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys but the space bar to the calendar: Qt would go on to the next button in any direction."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number of the day; today stands on a ground of its own."""
        painter, colours, area = brush(self), look().colours, QRectF(self.rect())
        if self.today:
            fill(painter, area, colours.accent_fill)
        elif self.underMouse():
            fill(painter, area, colours.raised)
        if self.hasFocus():
            ring(painter, area)
        painter.setFont(look().font(bold=self.today))
        painter.setPen(colours.text if self.inside else colours.muted)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self.day.day))
        painter.end()


class Calendar(QFrame):
    """One month over a page. Arrows go from day to day, Page up and down from month to month, Escape leaves.

    Signals:
        picked: The day that was picked.
    """

    picked = Signal(object)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setProperty("ground", "popup")
        self.setAccessibleName(translate("Calendar", "Calendar"))
        self._first = date.min
        self._today = date.min
        self.before = Button("", Kind.QUIET, "back")
        self.after = Button("", Kind.QUIET, "forward")
        self.before.setAccessibleName(translate("Calendar", "Month before"))
        self.after.setAccessibleName(translate("Calendar", "Next month"))
        self.before.clicked.connect(self._go_before)
        self.after.clicked.connect(self._go_after)
        self.month = Line("", Role.LABEL)
        self.month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.days = [DayButton(self) for _ in range(WEEK * WEEKS)]
        for button in self.days:
            button.clicked.connect(self._pick)
        self._lay_out()

    def open_at(self, day: date, today: date) -> None:
        """Show the month of a day, the cursor on it."""
        self._today = today
        self._show_month(day)
        self._focus(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day, or from month to month."""
        focused = self.focusWidget()
        key = Qt.Key(event.key())
        if isinstance(focused, DayButton) and key in STEPS:
            self._focus(focused.day + timedelta(days=STEPS[key]))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QAbstractButton):
            focused.click()
        elif key is Qt.Key.Key_PageUp:
            self._go_before()
        elif key is Qt.Key.Key_PageDown:
            self._go_after()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 10, 10, 10)
        head = QHBoxLayout()
        head.addWidget(self.before)
        head.addWidget(self.month, 1)
        head.addWidget(self.after)
        whole.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(2)
        for column, name in enumerate(weekdays()):
            label = Line(name, Role.SMALL)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(label, 0, column)
        for place, button in enumerate(self.days):
            grid.addWidget(button, 1 + place // WEEK, place % WEEK)
        whole.addLayout(grid)

    def _show_month(self, day: date) -> None:
        self._first = day.replace(day=1)
        self.month.setText(f"{month_name(day.month)} {day.year}")
        start = self._first - timedelta(days=self._first.weekday())
        for place, button in enumerate(self.days):
            button.show_day(start + timedelta(days=place), day.month, self._today)

    def _focus(self, day: date) -> None:
        if (day.year, day.month) != (self._first.year, self._first.month):
            self._show_month(day)
        for button in self.days:
            if button.day == day:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_before(self) -> None:
        self._show_month(self._first - timedelta(days=1))

    def _go_after(self) -> None:
        self._show_month((self._first + timedelta(days=31)).replace(day=1))

    def _pick(self) -> None:
        button = self.sender()
        if isinstance(button, DayButton):
            self.hide()
            self.picked.emit(button.day)
