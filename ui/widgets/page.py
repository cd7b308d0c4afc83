"""The frame of a page: title and subtitle, a body that scrolls, and at the bottom the bar with what can be done."""

from collections.abc import Iterable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import look
from ui.widgets.painting import RESTYLED
from ui.widgets.text import Role, Rule, Text

Part = TypeVar("Part", bound=QWidget)
MEASURE = 720
"""The widest a text or a form gets, in pixels at 100 %: longer lines are hard to read."""
MARGIN = 24
GAP = 16


class Body(QScrollArea):
    """A column of parts that scrolls. Unless `wide`, no part is wider than a comfortable line of text."""

    def __init__(self, *, wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A view port of our own is not filled. (Asking Qt for its own makes PySide load every class of widget: 15 ms.)
        self.setViewport(QWidget())
        inside = QWidget()
        inside.setProperty("ground", "clear")
        self.whole = QVBoxLayout(inside)
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.whole.setSpacing(0)
        self.around = around = QHBoxLayout()
        around.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        self.whole.addLayout(around, 1)
        self._column = QWidget()
        self._column.setProperty("ground", "clear")
        self._column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        around.addWidget(self._column, 1)
        self._wide = wide
        if not wide:
            self._column.setMaximumWidth(look().px(MEASURE))
            around.addStretch(0)
        # Room that is left goes under the parts. (Aligned to the top, a layout forgets that words wrap.)
        self._fill = QVBoxLayout(self._column)
        self._fill.setContentsMargins(0, 0, 0, 0)
        self._fill.setSpacing(0)
        self.parts = QVBoxLayout()
        self.parts.setContentsMargins(0, 0, 0, 0)
        self.parts.setSpacing(GAP)
        self._fill.addLayout(self.parts)
        self._fill.addStretch(1)
        self.setWidget(inside)

    def add(self, part: Part, *, stretch: int = 0) -> Part:
        """Put a part at the end of the column, and return it. A part that stretches fills what room is left."""
        if stretch:
            self._fill.setStretch(0, 1)
            self._fill.setStretch(1, 0)
        self.parts.addWidget(part, stretch)
        return part

    def section(self, title: str, explanation: str = "") -> Text:
        """Begin a part of the page under a heading of its own."""
        if self.parts.count():
            self.parts.addSpacing(GAP // 2)
        words = QVBoxLayout()
        words.setSpacing(2)
        heading = Text(title, Role.SECTION)
        words.addWidget(heading)
        if explanation:
            words.addWidget(Text(explanation, Role.MUTED))
        head = QWidget()
        head.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        self.add(head)
        return heading

    def changeEvent(self, event: QEvent) -> None:
        """Let the measure grow with the text."""
        super().changeEvent(event)
        if event.type() in RESTYLED and not self._wide:
            self._column.setMaximumWidth(look().px(MEASURE))

    def read_with_keys(self, name: str) -> None:
        """Let the keys scroll a page that is mostly read: it becomes a stop of the Tab key, by this name."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("reads", "true")
        self.setAccessibleName(name)

    def empty(self) -> None:
        """Take everything out."""
        while (item := self.parts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()


def bring_into_view(part: QWidget) -> None:
    """Scroll whatever a part stands in so that all of it is seen, once it has its new size."""
    QTimer.singleShot(0, part, partial(_scroll_to, part))


def _scroll_to(part: QWidget) -> None:
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(part, 0, GAP)


class PageScaffold(QWidget):
    """What every page stands in: `add` fills the body, `action_bar` the bottom, `beside_title` the top right."""

    def __init__(self, title: str, subtitle: str = "", *, wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self.title = Text(title, Role.TITLE)
        self.subtitle = Text(subtitle, Role.MUTED)
        if not subtitle:
            self.subtitle.hide()
        self._notices = QVBoxLayout()
        self._notices.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._whole.addLayout(self._notices)
        self.body = Body(wide=wide)
        self.body.whole.insertWidget(0, self._top())
        self._whole.addWidget(self.body, 1)
        self._bar: ActionBar | None = None

    def add(self, part: Part, *, stretch: int = 0) -> Part:
        """Put a part at the end of the body, and return it."""
        return self.body.add(part, stretch=stretch)

    def section(self, title: str, explanation: str = "") -> Text:
        """Begin a part of the body under a heading of its own."""
        return self.body.section(title, explanation)

    def beside_title(self, part: Part) -> Part:
        """Put a small part (a badge, a button) at the right of the title, and return it."""
        self._beside.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        return part

    def notice(self, part: Part) -> Part:
        """Put a banner over the page, where it stays while the page scrolls, and return it."""
        self._notices.addWidget(part)
        return part

    def action_bar(self, *back: QWidget, forward: tuple[QWidget, ...] = ()) -> None:
        """Fill the bar at the bottom: what leads back on the left, what leads on at the right, the last one primary."""
        if self._bar is None:
            self._whole.addWidget(Rule())
            self._bar = ActionBar()
            self._whole.addWidget(self._bar)
        self._bar.put(back, forward)

    def _top(self) -> QWidget:
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(MARGIN, 16, MARGIN, 12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        row.addLayout(words, 1)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(8)
        row.addLayout(self._beside)
        return top


class ActionBar(QWidget):
    """The bar under a page: one row where there is room, what leads on above what leads back where there is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back, self._forward = QHBoxLayout(), QHBoxLayout()
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(MARGIN, 8, MARGIN, 8)
        self._rows.setSpacing(8)
        for row in (self._back, self._forward):
            row.setSpacing(8)
            self._rows.addLayout(row)
        self._back.addStretch(1)
        self._forward.insertStretch(0, 1)

    def put(self, back: Iterable[QWidget], forward: Iterable[QWidget]) -> None:
        """Add buttons that lead back, and buttons that lead on."""
        for button in back:
            self._back.insertWidget(self._back.count() - 1, button)
        for button in forward:
            self._forward.addWidget(button)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two groups into one row or two."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask only for the width of the wider group."""
        widest = max(self._back.minimumSize().width(), self._forward.minimumSize().width())
        return QSize(widest + 2 * MARGIN, super().minimumSizeHint().height())

    def _fit(self) -> None:
        needed = self._back.minimumSize().width() + self._forward.minimumSize().width() + 2 * MARGIN + 8
        directions = QBoxLayout.Direction
        fits = self._back.count() == 1 or needed <= self.width()
        self._rows.setDirection(directions.LeftToRight if fits else directions.BottomToTop)


class SideBySide(QWidget):
    """Parts beside each other where there is room for all, below each other where there is not."""

    def __init__(self, *parts: QWidget, narrowest: int = 240, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrowest = narrowest
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        for part in parts:
            self._row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the row into a column when its parts would get too narrow."""
        super().resizeEvent(event)
        needed = look().px(self._narrowest) * self._row.count() + GAP * (self._row.count() - 1)
        fits = event.size().width() >= needed
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """Ask only for the width of one part: the others may go below it."""
        hint = super().minimumSizeHint()
        widths = [item.minimumSize().width() for place in range(self._row.count()) if (item := self._row.itemAt(place))]
        return QSize(max(widths, default=0), hint.height())
