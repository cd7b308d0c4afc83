"""Numbered steps: where one is, what is done, what is still to do. Linear, because elders read it like a path."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.i18n import translate
from ui.theme import TextSize, look
from ui.widgets.painting import brush, mark

DISC = 28
BETWEEN = 16
GAP = 12


class Standing(StrEnum):
    """How a step stands."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Step:
    """One step: its title, and how it stands."""

    title: str
    standing: Standing


def path(titles: Sequence[str], current: int) -> tuple[Step, ...]:
    """Return steps of which the one at `current` (from 0) is being taken."""
    standings = (
        Standing.DONE if place < current else Standing.CURRENT if place == current else Standing.AHEAD
        for place in range(len(titles))
    )
    return tuple(Step(title, standing) for title, standing in zip(titles, standings, strict=True))


class Stepper(QWidget):
    """Shows steps below each other. It shows; the page has the buttons that go."""

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show other steps, or the same ones standing differently."""
        self._steps = tuple(steps)
        self.setAccessibleName(spoken(self._steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the titles take on one line."""
        metrics = QFontMetrics(look().font(bold=True))
        widest = max((metrics.horizontalAdvance(step.title) for step in self._steps), default=0)
        width = look().px(DISC) + GAP + min(widest + 2, look().px(260))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Let the titles wrap."""
        return QSize(look().px(140), len(self._steps) * look().px(DISC + BETWEEN))

    def heightForWidth(self, width: int) -> int:
        """Return the height the steps take when their titles wrap at this width."""
        return sum(self._heights(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the path."""
        painter, top = brush(self), 0
        for number, (step, height) in enumerate(zip(self._steps, self._heights(self.width()), strict=True), start=1):
            last = number == len(self._steps)
            self._paint_step(painter, number, step, QRect(0, top, self.width(), height), last=last)
            top += height
        painter.end()

    def _heights(self, width: int) -> list[int]:
        room = max(width - look().px(DISC) - GAP, 40)
        metrics = QFontMetrics(look().font(bold=True))
        flags = int(Qt.TextFlag.TextWordWrap)
        texts = [metrics.boundingRect(QRect(0, 0, room, 10_000), flags, step.title).height() for step in self._steps]
        return [max(look().px(DISC), text) + look().px(BETWEEN) for text in texts]

    def _paint_step(self, painter: QPainter, number: int, step: Step, area: QRect, *, last: bool) -> None:
        colours, side = look().colours, look().px(DISC)
        disc = QRectF(area.left() + 1, area.top() + 1, side - 2, side - 2)
        if not last:
            painter.setPen(QPen(QColor(colours.border), 1.5))
            middle = disc.center().x()
            painter.drawLine(round(middle), round(disc.bottom()) + 4, round(middle), area.bottom() - 3)
        filled = step.standing is Standing.CURRENT
        done = step.standing is Standing.DONE
        ink = colours.border if step.standing is Standing.AHEAD else colours.accent
        painter.setPen(QPen(QColor(ink), 1.8))
        painter.setBrush(QColor(colours.accent if filled else colours.accent_fill if done else colours.surface))
        painter.drawEllipse(disc)
        if done:
            mark(painter, "check", colours.accent, disc.adjusted(5, 5, -5, -5))
        else:
            painter.setFont(look().font(TextSize.SMALL, bold=True))
            painter.setPen(QColor(colours.on_accent if filled else colours.muted))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.setFont(look().font(bold=filled))
        painter.setPen(QColor(colours.text if filled or done else colours.muted))
        words = QRect(side + GAP, area.top(), max(area.width() - side - GAP, 40), area.height())
        line = painter.fontMetrics().height()
        words.setTop(area.top() + max((side - line) // 2, 0))
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap), step.title)


def spoken(steps: Sequence[Step]) -> str:
    """Return what a screen reader says of the steps."""
    for number, step in enumerate(steps, start=1):
        if step.standing is Standing.CURRENT:
            return translate("Stepper", "Step {number} of {total}: {title}").format(
                number=number, total=len(steps), title=step.title
            )
    return translate("Stepper", "{total} steps").format(total=len(steps))
