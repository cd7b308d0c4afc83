"""What is on the screen while a desk is open: rail, top bar, the page in front, status line."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from justice_desk.foundations.clock import Clock
from justice_desk.foundations.ids import CaseId
from justice_desk.vault.rules import Draft
from ui.announcements import Announcements
from ui.background import Jobs
from ui.entrance import OpenedDesk
from ui.i18n import translate
from ui.moments import hour_text
from ui.page import Page, pages_for
from ui.second_person import Company
from ui.shortcuts import RAIL, Key, bind, bind_sequence, rail_sequence
from ui.standing import DeskStanding
from ui.theme import look
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button
from ui.widgets.drafts import DraftKeeper
from ui.widgets.notices import Banner
from ui.widgets.painting import RESTYLED
from ui.widgets.rail import Entry, Rail
from ui.widgets.status import StatusLine
from ui.widgets.text import Elided, Role, Rule
from ui.workplace import Entering, HasParts, HasTopic, Leaving, OpensCases, ShowsTopics, Workplace

NARROW = 1100
"""Below this width, at usual text size, the rail puts its words under the icons."""
CASES = "cases"
"""The key of the page that opens cases."""
HELP = "help"
"""The key of the page that F1 opens."""


class TopBar(QWidget):
    """The community's name and, always in the same place, the two ways to take everything off the screen.

    Signals:
        lock_asked: The person wants to lock.
        hide_asked: The person wants everything gone at once.
    """

    lock_asked = Signal()
    hide_asked = Signal()

    def __init__(self, community: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 20, 6)
        row.setSpacing(8)
        self.community = Elided(community, Role.MUTED)
        row.addWidget(self.community, 1)
        self.second = Button(translate("SecondPerson", "Second person"), icon="people")
        row.addWidget(self.second)
        self.hide_all = Button(translate("TopBar", "Hide"), icon="hide", key=Key.HIDE)
        self.hide_all.clicked.connect(self.hide_asked)
        self.lock = Button(translate("TopBar", "Lock"), icon="lock", key=Key.LOCK)
        self.lock.clicked.connect(self.lock_asked)
        row.addWidget(self.hide_all)
        row.addWidget(self.lock)


class Shell(QWidget):
    """The open desk. It builds pages when they are first opened and is the navigator they ask.

    Signals:
        lock_asked: The person wants to lock.
        hide_asked: The person wants everything gone at once.
        opened: The key of the page that came to the front.
    """

    lock_asked = Signal()
    hide_asked = Signal()
    opened = Signal(str)

    def __init__(
        self,
        opened: OpenedDesk,
        jobs: Jobs,
        clock: Clock,
        pages: tuple[Page, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.workplace = Workplace(opened.desk, jobs, self, clock, opened.roles, opened.zone)
        self.workplace.setParent(self)
        self.workplace.draft_kept.connect(self._note_kept)
        self.workplace.drafts_changed.connect(self._note_drafts)
        self.workplace.waiting_changed.connect(self._note_waiting)
        self._pages = {page.key: page for page in pages_for(opened.roles, pages)}
        self._built: dict[str, QWidget] = {}
        self.front = ""
        self.rail = Rail([Entry(page.key, page.title(), page.icon) for page in self._pages.values()])
        self.rail.asked.connect(self.open_page)
        self.top_bar = TopBar(opened.community)
        self.top_bar.lock_asked.connect(self.lock_asked)
        self.top_bar.hide_asked.connect(self.hide_asked)
        self.announcements = Announcements(self.workplace)
        self.banner = Banner("", Tone.WARNING)
        self.banner.hide()
        self.trouble = Banner("", Tone.DANGER, dismissible=True)
        self.trouble.hide()
        self.status = StatusLine()
        self._company = Company(self, self.workplace, self.top_bar.second, self.status)
        self.standing = DeskStanding(self.workplace, self.status, self.trouble, self)
        self._stack = QStackedWidget()
        self._lay_out()
        if CASES in self._pages:
            bind(self, Key.NEW_CASE, self.new_case)
            bind(self, Key.SEARCH, self.search_cases)
        if HELP in self._pages:
            bind(self, Key.HELP, self.open_help)
        for number in range(1, min(len(self._pages), RAIL) + 1):
            bind_sequence(self, rail_sequence(number), self._open_numbered).setProperty("number", number)

    @property
    def page_count(self) -> int:
        """How many pages the rail shows."""
        return len(self._pages)

    def open_first(self) -> None:
        """Bring the first page to the front, and look how many drafts wait."""
        self.open_page(next(iter(self._pages)))
        self._look_for_drafts()
        self.announcements.read()
        self.standing.begin()

    def open_page(self, key: str) -> None:
        """Bring a page to the front; build it if it was never opened. The page in front keeps its drafts first."""
        if self.front:
            _leave([self._built[self.front]])
        if key not in self._built:
            self._built[key] = self._pages[key].factory(self.workplace)
            self._stack.addWidget(self._built[key])
        front = self._built[key]
        self.front = key
        self._stack.setCurrentWidget(front)
        self.rail.open(key)
        if isinstance(front, Entering):
            front.entering()
        self.opened.emit(key)

    @Slot()
    def open_help(self) -> None:
        """Open the help at the page that belongs to what is in front."""
        if self.front == HELP:
            return
        topic, front = self.front, self._built[self.front]
        if isinstance(front, HasTopic):
            topic = front.help_topic()
        self.open_page(HELP)
        page = self._built[HELP]
        if isinstance(page, ShowsTopics):
            page.show_topic(topic)

    def open_part(self, key: str, part: str) -> None:
        """Bring a page to the front, at one of its parts."""
        self.open_page(key)
        page = self._built[key]
        if isinstance(page, HasParts):
            page.open_section(part)

    def open_case(self, case: CaseId, tab: str = "") -> None:
        """Open a case on the page that shows cases."""
        if (page := self._cases()) is not None:
            page.open_case(case, tab)

    @Slot()
    def new_case(self) -> None:
        """Open the questions for a new case."""
        if (page := self._cases()) is not None:
            page.new_case()

    @Slot()
    def search_cases(self) -> None:
        """Put the cursor where a case is searched for."""
        if (page := self._cases()) is not None:
            page.search_cases()

    def keep_drafts(self) -> None:
        """Keep what is typed anywhere, and let every page put away what is under way."""
        _leave(self._built.values())

    def remaining(self, seconds: int) -> None:
        """Show in how many minutes the desk locks by itself."""
        words = translate("Shell", "Locks in {minutes} min").format(minutes=max(-(-seconds // 60), 1))
        self.status.remark("lock", words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow the rail when the page needs its room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit anew after the text has grown."""
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._fit()

    def _fit(self) -> None:
        self.rail.narrow(narrow=self.width() < look().px(NARROW))

    def _cases(self) -> OpensCases | None:
        self.open_page(CASES)
        page = self._built[CASES]
        return page if isinstance(page, OpensCases) else None

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        around = QVBoxLayout()
        around.setContentsMargins(24, 0, 24, 0)
        around.addWidget(self.announcements)
        around.addWidget(self.banner)
        around.addWidget(self.trouble)
        column.addLayout(around)
        column.addWidget(self._stack, 1)
        middle.addLayout(column, 1)
        whole.addLayout(middle, 1)
        whole.addWidget(Rule())
        whole.addWidget(self.status)

    @Slot()
    def _open_numbered(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            self.open_page(list(self._pages)[int(shortcut.property("number")) - 1])

    @Slot(object)
    def _note_kept(self, at: datetime) -> None:
        words = translate("Shell", "Draft kept {hour}").format(hour=hour_text(at, self.workplace.zone))
        self.status.remark("kept", words)
        self._look_for_drafts()

    def _look_for_drafts(self) -> None:
        self.workplace.jobs.run_read(self.workplace.desk.accounts.drafts, self._count_drafts)

    @Slot(object)
    def _count_drafts(self, drafts: list[Draft]) -> None:
        self.workplace.drafts_changed.emit(len(drafts))

    @Slot(int)
    def _note_drafts(self, number: int) -> None:
        words = translate("Shell", "Drafts: {number}").format(number=number) if number else ""
        self.status.remark("drafts", words)

    @Slot(str, int)
    def _note_waiting(self, key: str, number: int) -> None:
        self.rail.count(key, number)


def _leave(pages: Iterable[QWidget]) -> None:
    for page in pages:
        if isinstance(page, Leaving):
            page.leaving()
        for keeper in page.findChildren(DraftKeeper):
            keeper.keep_now()
