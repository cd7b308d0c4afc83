"""The tabs of a case, in their order: whoever builds one adds one line to `TABS`.

A tab is built when it is first opened and dies with the page of its case. One that satisfies `Entering` or `Leaving`
(`ui/pages.py`) is told when it comes to the front and when it is left, as pages are. A tab reads its case anew when
`workplace.act_done` says that something changed; what is typed in it is kept by its own `DraftKeeper`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from justice_desk.foundations.ids import CaseId
from ui.cases.history import HistoryTab, history_title
from ui.cases.people import PeopleTab, people_title
from ui.cases.summary import SummaryTab, summary_title
from ui.cases.tab_keys import TabKey
from ui.documents.listing import DocumentsTab, documents_title
from ui.handoffs.tab import HandoffTab, handoff_title
from ui.hearings.tab import HearingsTab, hearings_title
from ui.protection.tab import MeasuresTab, measures_title
from ui.workplace import Workplace


@dataclass(frozen=True)
class CaseTab:
    """One tab: its key, its title in the reader's language, its icon, and how it is built for a case."""

    key: TabKey
    title: Callable[[], str]
    icon: str
    factory: Callable[[Workplace, CaseId], QWidget]


TABS: tuple[CaseTab, ...] = (
    CaseTab(TabKey.SUMMARY, summary_title, "list", SummaryTab),
    CaseTab(TabKey.PEOPLE, people_title, "people", PeopleTab),
    CaseTab(TabKey.HEARINGS, hearings_title, "hearing", HearingsTab),
    CaseTab(TabKey.MEASURES, measures_title, "shield", MeasuresTab),
    CaseTab(TabKey.DOCUMENTS, documents_title, "documents", DocumentsTab),
    CaseTab(TabKey.HANDOFF, handoff_title, "handoffs", HandoffTab),
    CaseTab(TabKey.HISTORY, history_title, "history", HistoryTab),
)
