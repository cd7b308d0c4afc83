"""The page of one case: which case it is, where it stands, and its tabs."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from justice_desk.accounts.rules import CaseAbsent
from justice_desk.cases.views import CaseView
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId
from justice_desk.jurisdictions.rules import Profile
from ui.cases.tabs import TABS, CaseTab
from ui.cases.words import state_of
from ui.errors import tell
from ui.i18n import translate
from ui.theme import look
from ui.widgets.badge import Badge, State, Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import Choice, DropDown
from ui.widgets.drafts import DraftKeeper
from ui.widgets.notices import Glyph
from ui.widgets.page import MARGIN
from ui.widgets.painting import RESTYLED
from ui.widgets.tab_row import TabRow, TabText
from ui.widgets.text import Elided, Line, Role, Rule, Text
from ui.workplace import Entering, Leaving, Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk


LOW = 420
"""The height, at 100 %, below which the head of the page is one line."""


@dataclass(frozen=True)
class HeadOfCase:
    """What stands over the tabs, with the words of the country."""

    profile: Profile
    case: CaseView


class CaseHead(QWidget):
    """Shows number, neutral title, state, and that it is reserved.

    Signals:
        list_requested: The reader wants to go back to the list.
    """

    list_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN - 14, 6, MARGIN, 2)
        row.setSpacing(8)
        self.back = Button(translate("CasePage", "Cases"), Kind.QUIET, "back")
        self.back.setAccessibleName(translate("CasePage", "Back to the list of cases"))
        self.back.clicked.connect(self.list_requested)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, 4, 0, 0)
        self.title = Text("", Role.SECTION)
        self.short = Elided("", Role.SECTION)
        self.short.hide()
        self.number = Text("", Role.SMALL)
        words.addWidget(self.title)
        words.addWidget(self.short)
        words.addWidget(self.number)
        words.addStretch(1)
        row.addLayout(words, 1)
        self._badges = QVBoxLayout()
        self._badges.setSpacing(4)
        self._badges.setContentsMargins(0, 6, 0, 0)
        self.state = Badge(State(""))
        self.state.hide()
        self._badges.addWidget(self.state, 0, Qt.AlignmentFlag.AlignRight)
        self.reserved = _reserved()
        self.reserved.hide()
        self._badges.addWidget(self.reserved, 0, Qt.AlignmentFlag.AlignRight)
        self._badges.addStretch(1)
        row.addLayout(self._badges)

    def show_case(self, head: HeadOfCase) -> None:
        """Show which case it is and where it stands."""
        case = head.case
        self.title.setText(case.title)
        self.short.setText(case.title)
        urgent = translate("CasePage", "Urgent") if case.urgent else ""
        missing = translate("CasePage", "Somebody is missing") if case.missing_person else ""
        self.number.setText(" · ".join(filter(None, (case.number, urgent, missing))))
        self.state.show_state(state_of(head.profile, case.state))
        self.state.show()
        self.reserved.setVisible(case.excluded)

    def narrow(self, *, narrow: bool) -> None:
        """Show the title on one line and leave the number out: the page needs the height."""
        self.title.setHidden(narrow)
        self.number.setHidden(narrow)
        self.short.setHidden(not narrow)


class CasePage(QWidget):
    """Shows one case, a tab at a time; tabs are built when they are first opened.

    Where the page is low (large letters on a small screen) the tabs become a list to choose from.

    Signals:
        list_requested: The reader wants to go back to the list.
    """

    list_requested = Signal()

    def __init__(
        self,
        workplace: Workplace,
        case: CaseId,
        tabs: tuple[CaseTab, ...] = TABS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.case = case
        self._workplace = workplace
        self._tabs = {tab.key.value: tab for tab in tabs}
        self._built: dict[str, QWidget] = {}
        self.front = ""
        self.head = CaseHead()
        self.head.list_requested.connect(self.list_requested)
        self.row = TabRow(
            [TabText(tab.key, tab.title(), tab.icon) for tab in tabs], translate("CasePage", "Parts of the case")
        )
        self.row.asked.connect(self.open_tab)
        self.chooser = DropDown([Choice(tab.key, tab.title()) for tab in tabs])
        self.chooser.setAccessibleName(translate("CasePage", "Parts of the case"))
        self.chooser.chosen.connect(self.open_tab)
        self.chooser.hide()
        self._low = False
        self._stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        around = QHBoxLayout()
        around.setContentsMargins(MARGIN - 16, 0, MARGIN - 16, 0)
        around.addWidget(self.row)
        around.addWidget(self.chooser)
        whole.addLayout(around)
        whole.addWidget(Rule())
        whole.addWidget(self._stack, 1)

    def open_tab(self, key: str = "") -> None:
        """Bring a tab to the front; the first one, where none is named or the case has no such tab."""
        key = key if key in self._tabs else next(iter(self._tabs))
        if self.front:
            self.leaving()
        if key not in self._built:
            self._built[key] = self._tabs[key].factory(self._workplace, self.case)
            self._stack.addWidget(self._built[key])
        self.front = key
        self._stack.setCurrentWidget(self._built[key])
        self.row.open(key)
        self.chooser.choose(key)
        (self.chooser if self._low else self.row.tab(key)).setFocus(Qt.FocusReason.OtherFocusReason)
        self.entering()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the height to the tab where there is little."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after the look has changed."""
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._fit()

    def _fit(self) -> None:
        self._low = self.height() < look().px(LOW)
        self.row.setHidden(self._low)
        self.chooser.setHidden(not self._low)
        self.head.narrow(narrow=self._low)

    def tab(self, key: str) -> QWidget | None:
        """Return a tab that was opened, None if it was not."""
        return self._built.get(key)

    def entering(self) -> None:
        """Tell the tab in front that it came to the front."""
        front = self._built[self.front]
        if isinstance(front, Entering):
            front.entering()

    def leaving(self) -> None:
        """Tell the tab in front that it is left, and keep its drafts."""
        front = self._built[self.front]
        if isinstance(front, Leaving):
            front.leaving()
        for keeper in front.findChildren(DraftKeeper):
            keeper.keep_now()


class CasePresenter(QObject):
    """Reads what stands over the tabs, after every act anew.

    Signals:
        gone: The case does not exist for this person (any longer).
    """

    gone = Signal()

    def __init__(self, panel: CasePage, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        workplace.act_done.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read anew."""
        read = partial(read_head, self._workplace.desk, self._panel.case)
        self._workplace.jobs.run_read(read, self._show, self._fail)

    @Slot(object)
    def _show(self, head: HeadOfCase) -> None:
        self._panel.head.show_case(head)

    @Slot(object)
    def _fail(self, error: DeskError) -> None:
        if not isinstance(error, CaseAbsent):
            tell(self._panel.window(), error)
        self.gone.emit()


def read_head(desk: "Desk", case: CaseId) -> HeadOfCase:
    """Return what stands over the tabs, in a worker."""
    return HeadOfCase(desk.communities.profile(), desk.cases.case(case))


def _reserved() -> QWidget:
    shown = QWidget()
    row = QHBoxLayout(shown)
    row.setContentsMargins(0, 0, 4, 0)
    row.setSpacing(6)
    row.addWidget(Glyph("lock", Tone.QUIET, 16))
    row.addWidget(Line(translate("CasePage", "Reserved"), Role.SMALL))
    return shown
