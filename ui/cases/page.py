"""The page of cases on the rail: the list, a new case, or one case."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from justice_desk.cases.views import CaseView
from justice_desk.foundations.ids import CaseId
from ui.cases.case_list import CaseListPanel, CaseListPresenter
from ui.cases.case_page import CasePage, CasePresenter
from ui.cases.new_case import NewCasePanel, NewCasePresenter
from ui.cases.registered import Registered, RegisteredPanel
from ui.widgets.drafts import DraftKeeper
from ui.workplace import Workplace

if TYPE_CHECKING:
    from datetime import datetime

    from justice_desk.bootstrap import Desk


class CasesPage(QStackedWidget):
    """Shows one of its faces; the list stays, the others come and go."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.list_panel = CaseListPanel(workplace.zone)
        self._list = CaseListPresenter(self.list_panel, workplace)
        self._list.case_requested.connect(self._open)
        self._list.new_case_requested.connect(self.new_case)
        self.addWidget(self.list_panel)

    def entering(self) -> None:
        """Read the list anew, and tell the case that is shown."""
        self._list.refresh()
        front = self.currentWidget()
        if isinstance(front, CasePage):
            front.entering()
        elif front is self.list_panel:
            self.list_panel.enter()

    def leaving(self) -> None:
        """Tell the case that is shown; drafts are kept by the shell."""
        front = self.currentWidget()
        if isinstance(front, CasePage):
            front.leaving()

    def help_topic(self) -> str:
        """Return what the help knows the face in front by."""
        front = self.currentWidget()
        return front.front if isinstance(front, CasePage) else "cases"

    @Slot()
    def show_list(self) -> None:
        """Show the list."""
        self._put_away()
        self._list.refresh()
        self.list_panel.enter()

    def open_case(self, case: CaseId, tab: str = "") -> None:
        """Show a case, at one of its tabs (empty: the first)."""
        front = self.currentWidget()
        if isinstance(front, CasePage) and front.case == case:
            front.open_tab(tab)
            return
        page = CasePage(self._workplace, case)
        page.list_requested.connect(self.show_list)
        CasePresenter(page, self._workplace).gone.connect(self.show_list)
        self._put_in_front(page)
        page.open_tab(tab)

    @Slot()
    def new_case(self) -> None:
        """Show the questions for a new case; one that is being written is gone on with."""
        if isinstance(self.currentWidget(), NewCasePanel):
            return
        panel = NewCasePanel()
        presenter = NewCasePresenter(panel, self._workplace)
        presenter.left.connect(self.show_list)
        presenter.case_requested.connect(self._open)
        presenter.registered.connect(self._tell_registered)
        self._put_in_front(panel)

    def search_cases(self) -> None:
        """Show the list with the cursor where a case is searched for."""
        self.show_list()
        self.list_panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(str)
    def _open(self, case: str) -> None:
        self.open_case(CaseId(case))

    @Slot(object)
    def _tell_registered(self, case: CaseView) -> None:
        work = self._workplace
        work.jobs.run_read(partial(_registered, work.desk, case, work.clock()), self._show_registered)

    @Slot(object)
    def _show_registered(self, saved: Registered) -> None:
        panel = RegisteredPanel(saved, self._workplace.zone)
        panel.tab_requested.connect(partial(self.open_case, saved.case.id))
        self._put_in_front(panel)

    def _put_in_front(self, face: QWidget) -> None:
        self._put_away()
        self.addWidget(face)
        self.setCurrentWidget(face)

    def _put_away(self) -> None:
        """Destroy the face that is shown, unless it is the list; what is typed on it is kept first."""
        front = self.currentWidget()
        if front is self.list_panel or front is None:
            return
        if isinstance(front, CasePage):
            front.leaving()
        for keeper in front.findChildren(DraftKeeper):
            keeper.keep_now()
        self.setCurrentWidget(self.list_panel)
        self.removeWidget(front)
        front.deleteLater()


def _registered(desk: "Desk", case: CaseView, now: "datetime") -> Registered:
    return Registered(case, desk.communities.profile(), desk.danger_card(), now)
