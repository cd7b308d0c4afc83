"""The tab Summary of a case: where it stands, and what is done about the case itself."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.cases.views import DeadlineView
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId
from ui.cases.case_file import CaseFile, read_file
from ui.cases.deeds import (
    AlertForm,
    AlertPresenter,
    AssessmentForm,
    AssessmentPresenter,
    MetForm,
    MetPresenter,
)
from ui.cases.draft_places import DraftKind, DraftPlace
from ui.cases.faces import FacePresenter, LeftBehind, TabFaces
from ui.cases.progress import Deed
from ui.cases.readers import ReadersDialog
from ui.cases.summary_panel import SummaryPanel
from ui.cases.tab_keys import TabKey
from ui.i18n import translate
from ui.sentences import sentence
from ui.workplace import Workplace

FORMS = (DraftKind.ALERT, DraftKind.ASSESSMENT, DraftKind.DEADLINE_MET)
"""The forms of this tab that keep drafts worth going on with."""


def summary_title() -> str:
    """Return the title of the tab."""
    return translate("Cases", "Summary")


class SummaryTab(TabFaces):
    """Shows the summary, or one form in its place."""

    def __init__(self, workplace: Workplace, case: CaseId, parent: QWidget | None = None) -> None:
        self.panel = SummaryPanel(workplace.zone)
        super().__init__(self.panel, parent)
        self._presenter = SummaryPresenter(self, workplace, case)

    def entering(self) -> None:
        """Read anew."""
        self._presenter.refresh()


class SummaryPresenter(QObject):
    """Reads the file of the case, and opens the forms about the case itself."""

    def __init__(self, tab: SummaryTab, workplace: Workplace, case: CaseId) -> None:
        super().__init__(tab)
        self._tab, self._workplace, self._case = tab, workplace, case
        self._file: CaseFile | None = None
        panel = tab.panel
        panel.goal_requested.connect(self._go)
        panel.alert_requested.connect(self._alert)
        panel.met_requested.connect(self._note_met)
        panel.readers_requested.connect(self._show_readers)
        self._left_behind = LeftBehind(panel.offer, workplace, case, FORMS, self)
        self._left_behind.taken.connect(self._take_up)
        workplace.act_done.connect(self._follow)
        self._left_behind.seek()

    @Slot()
    def refresh(self) -> None:
        """Read anew."""
        work = self._workplace
        read = partial(read_file, work.desk, self._case, work.roles, work.clock())
        work.jobs.run_read(read, self._show, self._fail)

    @Slot()
    def _follow(self) -> None:
        # A hidden tab reads anew when it comes to the front.
        if self._tab.isVisible():
            self.refresh()

    @Slot(object)
    def _show(self, file: CaseFile) -> None:
        self._file = file
        self._tab.panel.show_file(file)

    @Slot(object)
    def _fail(self, error: DeskError) -> None:
        self._tab.panel.refuse(sentence(error))

    @Slot(object)
    def _go(self, goal: TabKey | Deed) -> None:
        if goal is Deed.ASSESS:
            self._assess()
        else:
            self._workplace.navigator.open_case(self._case, goal)

    @Slot()
    def _alert(self) -> None:
        self._open_alert()

    def _open_alert(self, *, at_once: bool = False) -> None:
        if self._file is not None:
            form = AlertForm(self._file.profile)
            self._open(AlertPresenter(form, self._workplace, self._place(DraftKind.ALERT)), at_once=at_once)
            form.enter()

    def _assess(self, *, at_once: bool = False) -> None:
        if self._file is not None:
            form = AssessmentForm(self._file.profile)
            self._open(AssessmentPresenter(form, self._workplace, self._place(DraftKind.ASSESSMENT)), at_once=at_once)
            form.enter()

    @Slot(object)
    def _note_met(self, view: DeadlineView) -> None:
        self._open_met(view)

    def _open_met(self, view: DeadlineView, *, at_once: bool = False) -> None:
        if self._file is not None:
            form = MetForm(view, self._file.profile)
            place = self._place(DraftKind.DEADLINE_MET, view.kind, view.subject)
            self._open(MetPresenter(form, self._workplace, place), at_once=at_once)
            form.enter()

    @Slot()
    def _show_readers(self) -> None:
        if self._file is not None:
            ReadersDialog(self._workplace, self._case, self._file.may, self._tab).open()

    def _open(self, presenter: FacePresenter, *, at_once: bool = False) -> None:
        presenter.done.connect(self._back)
        presenter.left.connect(self._back)
        self._tab.put_in_front(presenter.face)
        presenter.seek(at_once=at_once)

    @Slot(object)
    def _take_up(self, place: DraftPlace) -> None:
        if place.kind is DraftKind.ALERT:
            self._open_alert(at_once=True)
        elif place.kind is DraftKind.ASSESSMENT:
            self._assess(at_once=True)
        else:
            self._take_up_deadline(place)

    def _take_up_deadline(self, place: DraftPlace) -> None:
        views = () if self._file is None else self._file.case.deadlines
        found = next((view for view in views if (view.kind, view.subject) == place.more), None)
        if found is not None:
            self._open_met(found, at_once=True)

    @Slot()
    def _back(self) -> None:
        self._tab.put_away()
        self._tab.panel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._left_behind.seek()

    def _place(self, kind: DraftKind, *more: str) -> DraftPlace:
        return DraftPlace(kind, self._case, more)
