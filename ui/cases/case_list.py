"""The list of cases: searched as one types, opened with Enter."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from justice_desk.cases.views import CaseLine
from justice_desk.foundations.fields import folded
from justice_desk.jurisdictions.rules import Profile
from ui.cases.words import short_number, state_of
from ui.deadlines.words import standing_state
from ui.i18n import translate
from ui.moments import moment_text
from ui.shortcuts import Key
from ui.widgets.badge import State
from ui.widgets.buttons import Button, Kind
from ui.widgets.fields import Field, TextField
from ui.widgets.notices import EmptyState
from ui.widgets.page import PageScaffold
from ui.widgets.table import Column, Table, ViewsModel
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk


@dataclass(frozen=True)
class CaseLines:
    """The cases of the person signed in, the newest first, with the words of the country."""

    profile: Profile
    lines: tuple[CaseLine, ...]


def cases_title() -> str:
    """Return the title of the page."""
    return translate("Cases", "Cases")


class SearchField(TextField):
    """A field to search with: the arrow down and Enter go to what was found.

    Signals:
        left: The reader goes on to the list.
    """

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the list."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
            return
        super().keyPressEvent(event)


class CaseListPanel(PageScaffold):
    """Shows the cases. It decides nothing.

    Signals:
        search_requested: What was typed to search for.
        case_requested: The case that was opened.
        new_case_requested: The reader wants to register one.
    """

    search_requested = Signal(str)
    case_requested = Signal(str)
    new_case_requested = Signal()

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(cases_title(), wide=True, parent=parent)
        self._zone = zone
        self._profile: Profile | None = None
        self.new_case = self.beside_title(Button(translate("Cases", "New case"), Kind.PRIMARY, "add", key=Key.NEW_CASE))
        self.new_case.clicked.connect(self.new_case_requested)
        self.search = SearchField()
        self.search.textChanged.connect(self.search_requested)
        self.search.left.connect(self._enter_list)
        words = translate("Cases", "Search by number or title")
        self.field = self.add(Field(words, self.search))
        self.model = ViewsModel(self._columns())
        self.table = Table(self.model, cases_title())
        self.table.opened.connect(self._open)
        self._faces = QStackedWidget()
        self._faces.addWidget(self.table)
        self.nothing_yet = _nothing_yet()
        self.nothing_yet.asked.connect(self.new_case_requested)
        self._faces.addWidget(self.nothing_yet)
        self.nothing_found = EmptyState(
            "search",
            translate("Cases", "No case was found"),
            translate("Cases", "Search for fewer letters, or for the last figures of the number."),
        )
        self._faces.addWidget(self.nothing_found)
        self.add(self._faces, stretch=1)

    def show_lines(self, profile: Profile, lines: Sequence[CaseLine], *, searched: bool) -> None:
        """Show these cases; `searched`: they are what a search found."""
        self._profile = profile
        former = self.table.view()
        self.model.show_views(lines)
        face: QWidget = self.table if lines else self.nothing_found if searched else self.nothing_yet
        self._faces.setCurrentWidget(face)
        self.field.setVisible(bool(lines) or searched)
        self.new_case.setVisible(face is not self.nothing_yet)
        if lines:
            places = [line.id for line in lines]
            at = places.index(former.id) if isinstance(former, CaseLine) and former.id in places else 0
            self.table.setCurrentIndex(self.model.index(at, 0, QModelIndex()))

    def enter(self) -> None:
        """Let the keyboard begin at the list, or at the way to the first case."""
        there = self._faces.currentWidget() is not self.nothing_yet
        (self.table if there else self.nothing_yet.action).setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(translate("Cases", "Number"), lambda line: short_number(line.number), width=12),
            Column(translate("Cases", "Title"), lambda line: line.title, width=26, stretch=True),
            Column(translate("Cases", "State"), lambda line: self._state(line).word, width=26, state=self._state),
            Column(translate("Cases", "Known since"), self._known_word, width=19, room=940),
            Column(translate("Cases", "Next deadline"), self._due_word, width=18, state=self._due),
        )

    def _state(self, line: CaseLine) -> State:
        return State("") if self._profile is None else state_of(self._profile, line.state)

    def _known_word(self, line: CaseLine) -> str:
        return moment_text(line.known_at, self._zone)

    def _due(self, line: CaseLine) -> State | None:
        if line.next_standing is None or self._profile is None:
            return None
        return standing_state(self._profile, line.next_standing)

    def _due_word(self, line: CaseLine) -> str:
        state = self._due(line)
        return "" if state is None else state.word

    def _enter_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, line: object) -> None:
        if isinstance(line, CaseLine):
            self.case_requested.emit(line.id)


class CaseListPresenter(QObject):
    """Reads the cases, and finds among them what is typed.

    Signals:
        case_requested: The case that was opened.
        new_case_requested: The reader wants to register one.
    """

    case_requested = Signal(str)
    new_case_requested = Signal()

    def __init__(self, panel: CaseListPanel, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        self._cases: CaseLines | None = None
        self._folded: tuple[str, ...] = ()
        panel.search_requested.connect(self._search)
        panel.case_requested.connect(self.case_requested)
        panel.new_case_requested.connect(self.new_case_requested)
        workplace.act_done.connect(self._follow)

    @Slot()
    def refresh(self) -> None:
        """Read anew."""
        self._workplace.jobs.run_read(partial(read_lines, self._workplace.desk), self._show)

    @Slot()
    def _follow(self) -> None:
        # A hidden list is read anew when it comes to the front.
        if self._panel.isVisible():
            self.refresh()

    @Slot(object)
    def _show(self, cases: CaseLines) -> None:
        self._cases = cases
        self._folded = tuple(folded(f"{line.number} {line.title}") for line in cases.lines)
        self._search(self._panel.search.text())

    @Slot(str)
    def _search(self, text: str) -> None:
        if self._cases is not None:
            found = matching(self._cases.lines, self._folded, text)
            self._panel.show_lines(self._cases.profile, found, searched=bool(text.strip()))


def matching(lines: Sequence[CaseLine], texts: Sequence[str], sought: str) -> tuple[CaseLine, ...]:
    """Return the lines whose text (folded: no case, no accents) holds every word that is sought."""
    words = folded(sought).split()
    return tuple(line for line, text in zip(lines, texts, strict=True) if all(word in text for word in words))


def read_lines(desk: "Desk") -> CaseLines:
    """Return the cases, in a worker."""
    return CaseLines(desk.communities.profile(), tuple(desk.cases.cases()))


def _nothing_yet() -> EmptyState:
    return EmptyState(
        "cases",
        translate("Cases", "There are no cases yet"),
        translate(
            "Cases", "When somebody tells of something, write down here what was told, and since when it is known."
        ),
        translate("Cases", "Register the first case"),
    )
