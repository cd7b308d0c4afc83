"""The large numbered buttons of the first page: every task starts there."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from justice_desk.accounts.rules import Role, UseCase, permitted
from ui.i18n import translate
from ui.theme import TextSize, look
from ui.widgets.painting import RESTYLED, ROOM, brush, fill, mark, ring

DISC = 36
SIDE = 11
GAP = 14
SLACK = 4
"""Measured so much narrower than painted: rounding must never leave a last line unseen."""
WRAPPED = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class Task:
    """One thing to begin: its key, its title, a line more, its icon, and who may do it."""

    key: str
    title: str
    words: str
    icon: str
    use_case: UseCase


def tasks_for(roles: frozenset[Role]) -> tuple[Task, ...]:
    """Return what somebody with these roles may begin, always in the same order."""
    tasks = (
        Task(
            "new_case",
            translate("Home", "Register a case"),
            translate("Home", "Somebody told of something. A suspicion is enough."),
            "add",
            UseCase.REGISTER_CASE,
        ),
        Task(
            "cases",
            translate("Home", "See the cases"),
            translate("Home", "Go on with a case, add people, record a session."),
            "cases",
            UseCase.READ_CASES,
        ),
        Task(
            "handoffs",
            translate("Home", "Handoffs"),
            translate("Home", "Prepare, seal, send, and note the receipt."),
            "handoffs",
            UseCase.PREPARE_HANDOFF,
        ),
        Task(
            "deadlines",
            translate("Home", "Deadlines"),
            translate("Home", "What has to be done, and until when."),
            "deadlines",
            UseCase.READ_CASES,
        ),
        Task(
            "help",
            translate("Home", "Help"),
            translate("Home", "How it is done, step by step. Whom to call."),
            "help",
            UseCase.SIGN_IN,
        ),
    )
    return tuple(task for task in tasks if permitted(task.use_case, roles, own=True))


class TaskButton(QAbstractButton):
    """One task: its number, its title large, a line more below it."""

    def __init__(self, number: int, task: Task, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task = task
        self._number = number
        self.setObjectName(f"task:{task.key}")
        self.setAccessibleName(f"{number}. {task.title}")
        self.setAccessibleDescription(task.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Preferred, not Fixed: the width it gets decides how high it is, not the one it would like.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the room the words take."""
        width = look().px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Let the words wrap."""
        return QSize(look().px(220), look().target)

    def heightForWidth(self, width: int) -> int:
        """Return the height the words take when they wrap at this width."""
        _, words = self._places(width)
        return max(words.bottom() + look().px(SIDE) + ROOM, look().px(DISC + 2 * SIDE) + 2 * ROOM)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after the look has changed."""
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin on Enter as on Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, number, icon and words."""
        painter, colours, area = brush(self), look().colours, QRectF(self.rect())
        lively = self.underMouse() or self.isDown()
        fill(
            painter,
            area.adjusted(ROOM, ROOM, -ROOM, -ROOM),
            colours.raised if lively else colours.surface,
            colours.line,
        )
        if self.hasFocus():
            ring(painter, area)
        self._paint_number(painter)
        title, words = self._places(self.width())
        painter.setFont(look().font(TextSize.LEAD, bold=True))
        painter.setPen(QColor(colours.text))
        painter.drawText(title, WRAPPED, self.task.title)
        painter.setFont(look().font(TextSize.SMALL))
        painter.setPen(QColor(colours.muted))
        painter.drawText(words, WRAPPED, self.task.words)
        side = look().px(24)
        spot = QRectF(self.width() - ROOM - look().px(SIDE) - side, (self.height() - side) / 2, side, side)
        mark(painter, self.task.icon, colours.accent, spot)
        painter.end()

    def _paint_number(self, painter: QPainter) -> None:
        colours, side = look().colours, look().px(DISC)
        disc = QRectF(ROOM + look().px(SIDE), (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_fill))
        painter.drawEllipse(disc)
        painter.setFont(look().font(TextSize.LEAD, bold=True))
        painter.setPen(QColor(colours.accent))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _places(self, width: int) -> tuple[QRect, QRect]:
        side = look().px(SIDE)
        left = ROOM + side + look().px(DISC) + look().px(GAP)
        room = max(width - left - look().px(24) - look().px(GAP) - side - ROOM, look().px(80))
        large = QFontMetrics(look().font(TextSize.LEAD, bold=True))
        small = QFontMetrics(look().font(TextSize.SMALL))
        first = large.boundingRect(QRect(0, 0, room - SLACK, 10_000), WRAPPED, self.task.title).height()
        second = small.boundingRect(QRect(0, 0, room - SLACK, 10_000), WRAPPED, self.task.words).height()
        top = ROOM + side
        return QRect(left, top, room, first), QRect(left, top + first + 2, room, second)
