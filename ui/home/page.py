"""The page a person lands on after unlocking: what can be begun, and what is due today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from justice_desk.accounts.rules import Role
from justice_desk.backups.views import BackupStanding
from justice_desk.cases.deadline_rules import Standing
from justice_desk.cases.views import DeadlineView
from justice_desk.foundations.ids import CaseId
from justice_desk.handoffs.views import HandoffView
from justice_desk.jurisdictions.rules import Profile
from justice_desk.vault.rules import Draft
from ui.backups.words import age_state, age_words
from ui.cases.tab_keys import TabKey
from ui.cases.words import short_number
from ui.deadlines.page import KEY as DEADLINES
from ui.deadlines.page import deadline_row, pressing
from ui.handoffs.page import KEY as HANDOFFS
from ui.handoffs.words import answer_state
from ui.home.drafts import NEW_CASE, Unfinished, unfinished
from ui.home.tasks import TaskButton, tasks_for
from ui.i18n import translate
from ui.moments import day_text, moment_text
from ui.widgets.notices import EmptyState
from ui.widgets.page import PageScaffold, SideBySide
from ui.widgets.rows import RowList, RowText
from ui.widgets.text import Role as TextRole
from ui.widgets.text import Text
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk

NEAR = frozenset({Standing.OVERDUE, Standing.TODAY, Standing.SOON})
SOON_AFTER = 1000
"""So many milliseconds after the last act the page reads anew."""
MOST = 5
"""So many of each kind are shown; the rest is on its own page."""


@dataclass(frozen=True)
class Today:
    """What waits: the deadlines that are near, the handoffs that an answer is owed to, what was not finished."""

    profile: Profile
    deadlines: tuple[DeadlineView, ...]
    handoffs: tuple[HandoffView, ...]
    drafts: tuple[Unfinished, ...]
    now: datetime
    backup: BackupStanding | None = None

    @property
    def backup_old(self) -> bool:
        """Whether the last backup is old, or there is none."""
        return self.backup is not None and self.backup.pressing(self.now)

    @property
    def near(self) -> tuple[DeadlineView, ...]:
        """The deadlines that are overdue or near, but for those that an awaited answer stands for already."""
        waiting = {handoff.id for handoff in self.handoffs}
        return tuple(view for view in self.deadlines if view.standing in NEAR and view.subject not in waiting)


def home_title() -> str:
    """Return the title of the page."""
    return translate("Home", "Home")


class HomePage(PageScaffold):
    """Shows what can be begun and what waits. It decides nothing.

    Signals:
        entered: It came to the front.
        task_requested: The key of the task to begin.
        case_requested: A case, and its tab.
        page_requested: The key of a page.
        draft_requested: The `Unfinished` to go on with.
        backup_requested: A backup should be made.
    """

    entered = Signal()
    task_requested = Signal(str)
    case_requested = Signal(str, str)
    page_requested = Signal(str)
    draft_requested = Signal(object)
    backup_requested = Signal()

    def __init__(self, roles: frozenset[Role], zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(home_title(), " ", wide=True, parent=parent)
        self._zone = zone
        self._shown: Today | None = None
        self.tasks = [TaskButton(number, task) for number, task in enumerate(tasks_for(roles), start=1)]
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for button in self.tasks:
            button.clicked.connect(partial(self.task_requested.emit, button.task.key))
            column.addWidget(button)
        self._right = QWidget()
        self._today = QVBoxLayout(self._right)
        self._today.setContentsMargins(0, 0, 0, 0)
        self._inside = QWidget()
        self._today.addWidget(self._inside)
        self.rows: list[RowList] = []
        self.add(SideBySide(left, self._right, narrowest=330))

    def entering(self) -> None:
        """Come to the front; the keyboard begins at the first task."""
        self.entered.emit()
        self.tasks[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_today(self, today: Today) -> None:
        """Show what waits; what has not changed is left as it stands, with the focus in it."""
        self.subtitle.setText(day_text(today.now.astimezone(self._zone).date()))
        if self._shown is not None and self._words(self._shown) == self._words(today):
            return
        self._shown = today
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = QWidget()
        self._today.addWidget(self._inside)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(translate("Home", "Today"), TextRole.SECTION))
        self.rows = []
        if not (today.near or today.handoffs or today.drafts or today.backup_old):
            column.addWidget(
                EmptyState(
                    "done",
                    translate("Home", "Nothing is waiting"),
                    translate("Home", "Deadlines, awaited receipts and unfinished texts appear here."),
                )
            )
        self._add_deadlines(column, today)
        self._add_handoffs(column, today)
        self._add_drafts(column, today)
        self._add_backup(column, today)
        self._inside.show()

    def _add_backup(self, column: QVBoxLayout, today: Today) -> None:
        rows = self._group(column, translate("Home", "Backup"), today.backup_old)
        if today.backup is not None and today.backup_old:
            rows.add(backup_row(today.backup, today.now)).clicked.connect(self.backup_requested)

    def _add_deadlines(self, column: QVBoxLayout, today: Today) -> None:
        rows = self._group(column, translate("Home", "Deadlines"), bool(today.near))
        for view in today.near[:MOST]:
            row = rows.add(deadline_row(today.profile, view, today.now, self._zone))
            row.clicked.connect(partial(self.case_requested.emit, str(view.case), TabKey.SUMMARY.value))
        self._add_rest(rows, len(today.near) - MOST, DEADLINES)

    def _add_handoffs(self, column: QVBoxLayout, today: Today) -> None:
        rows = self._group(column, translate("Home", "A receipt is awaited"), bool(today.handoffs))
        for handoff in today.handoffs[:MOST]:
            row = rows.add(handoff_row(handoff, self._zone))
            row.clicked.connect(partial(self.case_requested.emit, str(handoff.case), TabKey.HANDOFF.value))
        self._add_rest(rows, len(today.handoffs) - MOST, HANDOFFS)

    def _add_drafts(self, column: QVBoxLayout, today: Today) -> None:
        rows = self._group(column, translate("Home", "To go on with"), bool(today.drafts))
        for one in today.drafts[:MOST]:
            rows.add(draft_row(one, self._zone)).clicked.connect(partial(self.draft_requested.emit, one))

    def _group(self, column: QVBoxLayout, title: str, there: bool) -> RowList:
        rows = RowList()
        if there:
            column.addSpacing(4)
            column.addWidget(Text(title, TextRole.LABEL))
            column.addWidget(rows)
            self.rows.append(rows)
        return rows

    def _add_rest(self, rows: RowList, number: int, page: str) -> None:
        if number > 0:
            words = translate("Home", "See the others: {number}").format(number=number)
            rows.add(RowText(words)).clicked.connect(partial(self.page_requested.emit, page))

    def _words(self, today: Today) -> Sequence[RowText]:
        return (
            *(deadline_row(today.profile, view, today.now, self._zone) for view in today.near),
            *(handoff_row(handoff, self._zone) for handoff in today.handoffs),
            *(draft_row(one, self._zone) for one in today.drafts),
            *((backup_row(today.backup, today.now),) if today.backup is not None and today.backup_old else ()),
        )


class HomePresenter(QObject):
    """Reads what waits when the page comes to the front and after every act, and opens what is pressed."""

    def __init__(self, panel: HomePage, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        panel.entered.connect(self.refresh)
        panel.task_requested.connect(self._begin)
        panel.case_requested.connect(self._open_case)
        panel.page_requested.connect(self._open_page)
        panel.draft_requested.connect(self._go_on)
        panel.backup_requested.connect(self._back_up)
        # What the page in front reads after an act goes first; the counts on the rail may come a moment later.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SOON_AFTER)
        self._later.timeout.connect(self.refresh)
        workplace.act_done.connect(self._later.start)

    @Slot()
    def refresh(self) -> None:
        """Read anew."""
        self._later.stop()
        # In the worker that writes: what a page keeps as it is left is found too.
        self._workplace.jobs.run(self._workplace.desk.accounts.drafts, self._read_on)

    @Slot(object)
    def _read_on(self, drafts: list[Draft]) -> None:
        work = self._workplace
        work.jobs.run_read(partial(read_today, work.desk, drafts, work.clock()), self._show)

    @Slot(object)
    def _show(self, today: Today) -> None:
        self._panel.show_today(today)
        self._workplace.waiting_changed.emit(DEADLINES, pressing(today.deadlines))
        self._workplace.waiting_changed.emit(HANDOFFS, len(today.handoffs))
        self._workplace.drafts_changed.emit(len(today.drafts))

    @Slot(str)
    def _begin(self, key: str) -> None:
        if key == NEW_CASE:
            self._workplace.navigator.new_case()
        else:
            self._workplace.navigator.open_page(key)

    @Slot(str, str)
    def _open_case(self, case: str, tab: str) -> None:
        self._workplace.navigator.open_case(CaseId(case), tab)

    @Slot(str)
    def _open_page(self, key: str) -> None:
        self._workplace.navigator.open_page(key)

    @Slot()
    def _back_up(self) -> None:
        self._workplace.navigator.open_part("administration", "backups")

    @Slot(object)
    def _go_on(self, one: Unfinished) -> None:
        if one.case is not None:
            self._workplace.navigator.open_case(one.case, one.tab or "")
        else:
            self._begin(one.page)


def read_today(desk: "Desk", drafts: Sequence[Draft], now: datetime) -> Today:
    """Return what waits, in a worker."""
    lines = desk.cases.cases() if drafts else []
    return Today(
        profile=desk.communities.profile(),
        deadlines=tuple(desk.cases.deadlines()),
        handoffs=tuple(handoff for handoff in desk.handoffs.all() if handoff.answer_standing is not None),
        drafts=unfinished(drafts, lines),
        now=now,
        backup=desk.backups.standing(),
    )


def handoff_row(handoff: HandoffView, zone: ZoneInfo) -> RowText:
    """Return a handoff that an answer is owed to as a row."""
    sent = "" if handoff.dispatched_at is None else moment_text(handoff.dispatched_at, zone)
    detail = translate("Home", "{number} · sent {moment}").format(number=short_number(handoff.case_number), moment=sent)
    return RowText(handoff.receiver.institution, detail, answer_state(handoff, zone), "receipt")


def backup_row(standing: BackupStanding, now: datetime) -> RowText:
    """Return as a row that a backup is due."""
    return RowText(translate("Home", "Make a backup"), age_words(standing, now), age_state(standing), "drive")


def draft_row(one: Unfinished, zone: ZoneInfo) -> RowText:
    """Return something unfinished as a row."""
    typed = translate("Home", "typed {moment}").format(moment=moment_text(one.draft.saved_at, zone))
    return RowText(one.words, " · ".join(filter(None, (one.number, typed))), icon="draft")


def home_page(workplace: Workplace) -> QWidget:
    """Return the page, with the presenter that fills it."""
    panel = HomePage(workplace.roles, workplace.zone)
    HomePresenter(panel, workplace)
    return panel
