"""What is due in the cases of the person signed in, the most pressing first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.cases.deadline_rules import Standing
from justice_desk.cases.views import DeadlineView
from justice_desk.foundations.ids import CaseId
from justice_desk.jurisdictions.rules import Profile
from ui.cases.words import short_number
from ui.country import label
from ui.deadlines.words import ICONS, due_text, standing_state
from ui.i18n import translate
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import EmptyState
from ui.widgets.page import PageScaffold
from ui.widgets.rows import LinkRow, RowList, RowText
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk

KEY = "deadlines"
GROUPS = (Standing.OVERDUE, Standing.TODAY, Standing.SOON, Standing.WEEK, Standing.LATER)
PRESSING = frozenset({Standing.OVERDUE, Standing.TODAY})
"""What the rail counts."""
SHOWN = 40
"""So many of a group are shown at first: nobody reads further, and a page of a thousand rows is slow."""


@dataclass(frozen=True)
class Due:
    """The deadlines that run, with the words of the country and the moment for which they were counted."""

    profile: Profile
    deadlines: tuple[DeadlineView, ...]
    now: datetime


def deadlines_title() -> str:
    """Return the title of the page."""
    return translate("Deadlines", "Deadlines")


def group_title(standing: Standing) -> str:
    """Return the heading over the deadlines that stand there."""
    titles = {
        Standing.OVERDUE: translate("Deadlines", "Overdue"),
        Standing.TODAY: translate("Deadlines", "Today"),
        Standing.SOON: translate("Deadlines", "Within three days"),
        Standing.WEEK: translate("Deadlines", "This week"),
        Standing.LATER: translate("Deadlines", "Later"),
    }
    return titles[standing]


def deadline_row(profile: Profile, view: DeadlineView, now: datetime, zone: ZoneInfo) -> RowText:
    """Return a deadline as a row that opens its case."""
    return RowText(
        label(profile, "deadline", view.kind),
        f"{short_number(view.case_number)} · {due_text(view, now, zone)}",
        standing_state(profile, view.standing, view.severity),
        ICONS[view.standing],
    )


def pressing(deadlines: Sequence[DeadlineView]) -> int:
    """Return how many are overdue or due today."""
    return sum(view.standing in PRESSING for view in deadlines)


class DeadlinesPage(PageScaffold):
    """Shows what is due, group by group. It decides nothing.

    Signals:
        entered: It came to the front.
        case_requested: The case of the deadline that was pressed.
        cases_requested: There is nothing due; the reader wants to see the cases.
    """

    entered = Signal()
    case_requested = Signal(str)
    cases_requested = Signal()

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(
            deadlines_title(),
            translate(
                "Deadlines", "They run day and night, on Sundays and holidays too. Doing it late is still doing it."
            ),
            parent=parent,
        )
        self._zone = zone
        self._shown: Due | None = None

    def entering(self) -> None:
        """Come to the front."""
        self.entered.emit()
        self._enter()

    def show_due(self, due: Due) -> None:
        """Show what is due; what has not changed is left as it stands, with the focus in it."""
        if self._shown is not None and self._rows(self._shown) == self._rows(due):
            return
        self._shown = due
        self.body.empty()
        if not due.deadlines:
            nothing = EmptyState(
                "done",
                translate("Deadlines", "Nothing is due"),
                translate(
                    "Deadlines", "When a case must be handed over, what has to be done and until when stands here."
                ),
                translate("Deadlines", "See the cases"),
            )
            nothing.asked.connect(self.cases_requested)
            self.add(nothing)
        for standing in GROUPS:
            views = [view for view in due.deadlines if view.standing is standing]
            if views:
                self._add_group(standing, views, due)

    def _enter(self) -> None:
        """Let the keyboard begin at the first row."""
        first = self.findChild(LinkRow)
        if isinstance(first, LinkRow):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_group(self, standing: Standing, views: Sequence[DeadlineView], due: Due) -> None:
        self.section(f"{group_title(standing)} ({len(views)})")
        rows = self.add(RowList())
        rest = views[SHOWN:]
        for view in views[:SHOWN]:
            self._add_row(rows, view, due)
        if rest:
            words = translate("Deadlines", "Show the others: {number}").format(number=len(rest))
            more = self.add(Button(words, Kind.QUIET, "down"))
            more.clicked.connect(partial(self._show_rest, rows, rest, due, more))

    def _add_row(self, rows: RowList, view: DeadlineView, due: Due) -> None:
        row = rows.add(deadline_row(due.profile, view, due.now, self._zone))
        row.clicked.connect(partial(self.case_requested.emit, str(view.case)))

    def _show_rest(self, rows: RowList, rest: Sequence[DeadlineView], due: Due, more: Button) -> None:
        place = len(rows.rows)
        for view in rest:
            self._add_row(rows, view, due)
        more.hide()
        rows.rows[place].setFocus()

    def _rows(self, due: Due) -> list[RowText]:
        return [deadline_row(due.profile, view, due.now, self._zone) for view in due.deadlines]


class DeadlinesPresenter(QObject):
    """Reads what is due when the page comes to the front and after every act."""

    def __init__(self, panel: DeadlinesPage, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        panel.entered.connect(self.refresh)
        panel.case_requested.connect(self._open_case)
        panel.cases_requested.connect(self._open_cases)
        workplace.act_done.connect(self._follow)

    @Slot()
    def refresh(self) -> None:
        """Read anew."""
        self._workplace.jobs.run_read(partial(read_due, self._workplace.desk, self._workplace.clock()), self._show)

    @Slot()
    def _follow(self) -> None:
        # A hidden page reads anew when it comes to the front.
        if self._panel.isVisible():
            self.refresh()

    @Slot(object)
    def _show(self, due: Due) -> None:
        self._panel.show_due(due)
        self._workplace.waiting_changed.emit(KEY, pressing(due.deadlines))

    @Slot(str)
    def _open_case(self, case: str) -> None:
        self._workplace.navigator.open_case(CaseId(case))

    @Slot()
    def _open_cases(self) -> None:
        self._workplace.navigator.open_page("cases")


def read_due(desk: "Desk", now: datetime) -> Due:
    """Return what is due, in a worker."""
    return Due(desk.communities.profile(), tuple(desk.cases.deadlines()), now)


def deadlines_page(workplace: Workplace) -> QWidget:
    """Return the page, with the presenter that fills it."""
    panel = DeadlinesPage(workplace.zone)
    DeadlinesPresenter(panel, workplace)
    return panel
