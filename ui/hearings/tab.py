"""The tab Hearings of a case: what was held, with its acta, and what may be held as the case stands."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from justice_desk.accounts.rules import UseCase, permitted
from justice_desk.documents.views import DocumentView
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId, DocumentId, SessionId
from justice_desk.hearings.rules import SessionKind
from justice_desk.hearings.views import SessionView
from ui.country import label
from ui.documents.preview import open_preview
from ui.errors import tell
from ui.hearings.citations import CitationPart
from ui.hearings.content import HearingContent, read_content
from ui.hearings.recording import SessionRecorder
from ui.hearings.session_form import SessionForm
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.badge import State, Tone
from ui.widgets.buttons import Button, Kind, button_about
from ui.widgets.drafts import DraftKeeper
from ui.widgets.entry import Entry, EntryList
from ui.widgets.notices import Callout, EmptyState
from ui.widgets.page import Body
from ui.workplace import Workplace


def hearings_title() -> str:
    """Return the title of the tab."""
    return translate("Hearings", "Hearings")


class SessionsPanel(Body):
    """Shows what was held and what may be held.

    Signals:
        record_requested: A session of this kind should be recorded.
        acta_previewed, acta_issued: The acta of a session should be shown as a draft, or issued.
        shown: An issued acta should be shown.
    """

    record_requested = Signal(str)
    acta_previewed = Signal(str)
    acta_issued = Signal(str)
    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._why = self.add(QWidget())
        self._why_column = QVBoxLayout(self._why)
        self._why_column.setContentsMargins(0, 8, 0, 0)
        self.reserved = self.add(Button("", Kind.PRIMARY, "lock"))
        self.reserved.clicked.connect(partial(self.record_requested.emit, SessionKind.RESERVED.value))
        self.hearing = self.add(Button("", Kind.SECONDARY, "hearing"))
        self.hearing.clicked.connect(partial(self.record_requested.emit, SessionKind.HEARING.value))
        self.empty_words = self.add(
            EmptyState(
                "hearing",
                translate("Hearings", "Nothing was held yet"),
                translate("Hearings", "What the authorities decide is recorded here, and its acta is issued from it."),
            )
        )
        self.sessions = self.add(EntryList())

    def show_why(self, text: str) -> None:
        """Say why no hearing can be held, nothing where one can."""
        while (item := self._why_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if text:
            self._why_column.addWidget(Callout(text, Tone.WARNING))
        self._why.setVisible(bool(text))

    def entry(self, title: str, session: SessionView, issued: DocumentView | None, *, may: bool) -> Entry:
        """Return the entry of one session."""
        lines = (session.minutes.place, session.minutes.decision)
        if issued is not None:
            see = button_about(translate("Hearings", "See the acta"), "show", title)
            see.clicked.connect(partial(self.shown.emit, issued.id))
            return Entry(title, lines, State(issued.number, Tone.GOOD), (see,))
        preview = button_about(translate("Hearings", "Look at the draft"), "show", title)
        preview.clicked.connect(partial(self.acta_previewed.emit, session.id))
        issue = button_about(translate("Hearings", "Issue the acta"), "check", title)
        issue.clicked.connect(partial(self.acta_issued.emit, session.id))
        issue.setEnabled(may)
        return Entry(title, lines, State(translate("Hearings", "Acta not issued"), Tone.WARNING), (preview, issue))


class HearingsTab(QStackedWidget):
    """The list of sessions, and over it the form while one is recorded."""

    def __init__(self, workplace: Workplace, case: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = SessionsPanel()
        self.addWidget(self.panel)
        self.citations = self.panel.add(CitationPart(workplace, case))
        self.form: SessionForm | None = None
        self.presenter = HearingsPresenter(self, workplace, case)

    def record(self, form: SessionForm) -> None:
        """Show the form of a session."""
        self.form = form
        self.addWidget(form)
        self.setCurrentWidget(form)
        form.held_at.setFocus()

    def back(self) -> None:
        """Show the list again; what was typed and not recorded stays as a draft."""
        if self.form is not None:
            for keeper in self.form.findChildren(DraftKeeper):
                keeper.keep_now()
            self.setCurrentWidget(self.panel)
            self.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None


class HearingsPresenter(QObject):
    """Reads the sessions of a case, opens the form, issues actas."""

    def __init__(self, tab: HearingsTab, workplace: Workplace, case: CaseId) -> None:
        super().__init__(tab)
        self._tab, self._workplace, self._case = tab, workplace, case
        self._content: HearingContent | None = None
        self._title = ""
        panel = tab.panel
        panel.record_requested.connect(self._record)
        panel.acta_previewed.connect(self._preview)
        panel.acta_issued.connect(self._issue)
        panel.shown.connect(self._see)
        workplace.act_done.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read anew."""
        work = partial(read_content, self._workplace.desk, self._case)
        self._workplace.jobs.run_read(work, self._show, self._fail)

    @Slot(object)
    def _show(self, content: HearingContent) -> None:
        self._content = content
        panel, profile = self._tab.panel, content.profile
        may_record = self._may(UseCase.RECORD_SESSION)
        panel.show_why(_why(content))
        for button, kind in ((panel.reserved, SessionKind.RESERVED), (panel.hearing, SessionKind.HEARING)):
            words = translate("Hearings", "Record: {kind}").format(kind=label(profile, "session_kind", kind.value))
            button.rename(words)
            button.setVisible(kind in content.kinds)
            button.setEnabled(may_record)
        panel.empty_words.setHidden(bool(content.sessions))
        may_issue = self._may(UseCase.ISSUE_DOCUMENT)
        panel.sessions.show_entries(
            [
                panel.entry(self._title_of(content, one), one, content.acta_of(one), may=may_issue)
                for one in reversed(content.sessions)
            ]
        )
        self._tab.citations.show_content(content)

    def _may(self, use_case: UseCase) -> bool:
        own = self._content is not None and self._content.case.own
        on_paper = self._workplace.desk.persons.paper is not None
        return permitted(use_case, self._workplace.roles, own=own, on_paper=on_paper)

    def _title_of(self, content: HearingContent, session: SessionView) -> str:
        kind = label(content.profile, "session_kind", session.minutes.kind.value)
        return f"{kind} · {moment_text(session.minutes.held_at, self._workplace.zone)}"

    @Slot(str)
    def _record(self, kind: str) -> None:
        if self._content is None:
            return
        form = SessionForm(self._workplace, self._content, SessionKind(kind))
        recorder = SessionRecorder(form, self._workplace, self._case)
        recorder.recorded.connect(self._tab.back)
        form.left.connect(self._tab.back)
        self._tab.record(form)

    @Slot(str)
    def _preview(self, session: str) -> None:
        self._title = translate("Hearings", "Draft of the acta")
        work = partial(self._workplace.desk.documents.preview_acta, self._case, SessionId(session))
        self._workplace.jobs.run(work, self._open, self._fail)

    @Slot(str)
    def _issue(self, session: str) -> None:
        work = partial(self._workplace.desk.documents.issue_acta, self._case, SessionId(session))
        self._workplace.jobs.run(work, self._issued, self._fail)

    @Slot(object)
    def _issued(self, _document: DocumentView) -> None:
        self._workplace.act_done.emit()

    @Slot(str)
    def _see(self, document: str) -> None:
        self._title = translate("Hearings", "Acta")
        work = partial(self._workplace.desk.documents.pdf, self._case, DocumentId(document))
        self._workplace.jobs.run(work, self._open, self._fail)

    @Slot(object)
    def _open(self, pdf: bytes) -> None:
        open_preview(self._workplace, self._title, pdf)

    @Slot(object)
    def _fail(self, error: DeskError) -> None:
        tell(self._tab.window(), error)


def _why(content: HearingContent) -> str:
    if content.case.excluded:
        return translate(
            "Hearings",
            "This case is handed over to the prosecutor. There is no open hearing, no agreement and no citation of the "
            "victim, of the person named or of a child: only the reserved session of the authorities.",
        )
    if SessionKind.HEARING not in content.kinds:
        return translate(
            "Hearings",
            "Whose matter this is has not been decided yet. A hearing is possible once it is the community's own: see "
            "Summary.",
        )
    return ""
