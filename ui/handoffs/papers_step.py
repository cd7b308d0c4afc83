"""Step 3: the papers: the acta of the session, the letter to the prosecutor, the sheet that says who is who."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from justice_desk.accounts.rules import UseCase
from justice_desk.documents.rules import AlreadyIssued, Kind
from justice_desk.documents.views import DocumentView
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import DocumentId, SessionId
from justice_desk.handoffs.rules import SEALABLE
from justice_desk.hearings.views import SessionView
from ui.cases.tab_keys import TabKey
from ui.country import label
from ui.documents.preview import open_preview
from ui.handoffs.step import StepPanel, StepPresenter
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.badge import State, Tone
from ui.widgets.buttons import Button, button_about
from ui.widgets.entry import Entry, EntryList
from ui.widgets.notices import Banner

if TYPE_CHECKING:
    from ui.handoffs.guide import Guide


class PapersStep(StepPanel):
    """Shows which papers there are and which are lacking.

    Signals:
        session_requested: There is no session yet; it should be recorded.
        people_requested: Nobody's identity was written; it should be.
        acta_previewed: The session whose acta should be shown as it would be issued.
        acta_issued: The session whose acta should be issued.
        oficio_previewed: The letter should be shown as it would be issued.
        oficio_issued: The letter should be issued.
        sheet_issued: The reserved sheet should be issued.
        shown: The document that should be shown.
    """

    session_requested = Signal()
    people_requested = Signal()
    acta_previewed = Signal(str)
    acta_issued = Signal(str)
    oficio_previewed = Signal()
    oficio_issued = Signal()
    sheet_issued = Signal()
    shown = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            translate("PapersStep", "Papers"),
            translate(
                "PapersStep",
                "Three papers go along. Look at each before it is issued: once it has its number it is not changed.",
            ),
        )
        words = translate(
            "PapersStep",
            "There is no record of a session of the authorities yet. It says who decided to hand the case over.",
        )
        self.no_session = self.add(Banner(words, Tone.WARNING, translate("PapersStep", "Record the session")))
        self.no_session.asked.connect(self.session_requested)
        self.papers = self.add(EntryList())
        words = translate(
            "PapersStep",
            "Nobody has written who the people are. It can go without, but then the prosecutor does not know whom to "
            "look for.",
        )
        self.no_identity = self.add(Banner(words, Tone.WARNING, translate("PapersStep", "Write who they are")))
        self.no_identity.asked.connect(self.people_requested)

    def acta(self, title: str, session: SessionId, issued: DocumentView | None, *, may: bool) -> Entry:
        """Return the entry of an acta."""
        lines = (translate("PapersStep", "What the authorities took notice of and decided."),)
        if issued is not None:
            return Entry(title, lines, _issued(issued), (self._show(issued.id, title),))
        preview = button_about(translate("PapersStep", "Look at it first"), "show", title)
        preview.clicked.connect(partial(self.acta_previewed.emit, session))
        issue = button_about(translate("PapersStep", "Issue"), "check", title)
        issue.clicked.connect(partial(self.acta_issued.emit, session))
        issue.setEnabled(may)
        return Entry(title, lines, lacking(), (preview, issue))

    def oficio(self, title: str, issued: DocumentView | None, *, ready: bool, may: bool) -> Entry:
        """Return the entry of the letter; `ready` says that there is an acta to go with it."""
        lines: tuple[str, ...] = (
            translate("PapersStep", "The letter with the facts, the risk and whom to call. It names nobody."),
        )
        if issued is not None:
            return Entry(title, lines, _issued(issued), (self._show(issued.id, title),))
        preview = button_about(translate("PapersStep", "Look at it first"), "show", title)
        preview.clicked.connect(self.oficio_previewed)
        issue = button_about(translate("PapersStep", "Issue"), "check", title)
        issue.clicked.connect(self.oficio_issued)
        preview.setEnabled(ready)
        issue.setEnabled(ready and may)
        if not ready:
            lines = (*lines, translate("PapersStep", "First the acta: the letter lists it."))
        return Entry(title, lines, lacking(), (preview, issue))

    def sheet(self, title: str, issued: DocumentView | None, *, ready: bool, may: bool) -> Entry:
        """Return the entry of the reserved sheet; `ready` says that the letter is issued and somebody is written."""
        lines: tuple[str, ...] = (
            translate(
                "PapersStep", "Who the codes are. It travels in an envelope of its own, closed to everybody else."
            ),
        )
        if issued is not None:
            return Entry(title, lines, _issued(issued), (self._show(issued.id, title),))
        issue = button_about(translate("PapersStep", "Issue"), "check", title)
        issue.clicked.connect(self.sheet_issued)
        issue.setEnabled(ready and may)
        if not ready:
            lines = (
                *lines,
                translate("PapersStep", "It comes after the letter, once it is written who the people are."),
            )
        elif not may:
            lines = (*lines, translate("PapersStep", "Only an authority, or the liaison, issues it."))
        return Entry(title, lines, State(translate("PapersStep", "May be lacking"), Tone.QUIET), (issue,))

    def _show(self, document: DocumentId, title: str) -> Button:
        button = button_about(translate("PapersStep", "See"), "show", title)
        button.clicked.connect(partial(self.shown.emit, document))
        return button


class PapersPresenter(StepPresenter):
    """Issues the papers."""

    def __init__(self, panel: PapersStep, guide: "Guide") -> None:
        super().__init__(panel, guide)
        self._panel = panel
        self._title = ""
        panel.session_requested.connect(self._record_session)
        panel.people_requested.connect(self._write_people)
        panel.acta_previewed.connect(self._preview_acta)
        panel.acta_issued.connect(self._issue_acta)
        panel.oficio_previewed.connect(self._preview_oficio)
        panel.oficio_issued.connect(self._issue_oficio)
        panel.sheet_issued.connect(self._issue_sheet)
        panel.shown.connect(self._show_issued)

    def show_content(self) -> None:
        """Show which papers there are."""
        content, panel = self.content, self._panel
        handoff = content.handoff
        open_still = handoff is not None and handoff.stage in SEALABLE
        actas = [content.acta_of(session) for session in content.sessions]
        oficio = next(iter(content.letters(Kind.OFICIO)), None)
        sheet = next(iter(content.letters(Kind.RESERVED_SHEET)), None)
        named = any(party.identity_written for party in content.case.parties)
        may_issue = self.may(UseCase.ISSUE_DOCUMENT)
        entries = [
            panel.acta(self._acta_title(session), session.id, issued, may=may_issue)
            for session, issued in zip(content.sessions, actas, strict=True)
        ]
        ready = open_still and any(actas)
        entries.append(panel.oficio(self._paper(Kind.OFICIO), oficio, ready=ready, may=may_issue))
        ready = open_still and oficio is not None and named
        may_secret = self.may(UseCase.ISSUE_SECRET_DOCUMENT)
        entries.append(panel.sheet(self._paper(Kind.RESERVED_SHEET), sheet, ready=ready, may=may_secret))
        panel.papers.show_entries(entries)
        panel.no_session.setHidden(bool(content.sessions))
        panel.no_identity.setHidden(named)

    def _paper(self, kind: Kind) -> str:
        return self.content.profile.papers[kind.value].title

    def _acta_title(self, session: SessionView) -> str:
        kind = label(self.content.profile, "session_kind", session.minutes.kind.value)
        return f"{self._paper(Kind.ACTA)} · {kind}, {moment_text(session.minutes.held_at, self._workplace.zone)}"

    @Slot()
    def _record_session(self) -> None:
        self._workplace.navigator.open_case(self._case, TabKey.HEARINGS)

    @Slot()
    def _write_people(self) -> None:
        self._workplace.navigator.open_case(self._case, TabKey.PEOPLE)

    @Slot(str)
    def _preview_acta(self, session: str) -> None:
        self._title = self._paper(Kind.ACTA)
        self.run(partial(self._desk.documents.preview_acta, self._case, SessionId(session)), self._open)

    @Slot(str)
    def _issue_acta(self, session: str) -> None:
        self.run(partial(self._desk.documents.issue_acta, self._case, SessionId(session)), self._issued, self._refused)

    @Slot()
    def _preview_oficio(self) -> None:
        if (handoff := self.content.handoff) is not None:
            self._title = self._paper(Kind.OFICIO)
            self.run(partial(self._desk.letters.preview_oficio, self._case, handoff.id), self._open)

    @Slot()
    def _issue_oficio(self) -> None:
        if (handoff := self.content.handoff) is not None:
            self.run(partial(self._desk.letters.issue_oficio, self._case, handoff.id), self._issued, self._refused)

    @Slot()
    def _issue_sheet(self) -> None:
        if (handoff := self.content.handoff) is not None:
            work = partial(self._desk.letters.issue_reserved_sheet, self._case, handoff.id)
            self.run(work, self._issued, self._refused)

    @Slot(str)
    def _show_issued(self, document: str) -> None:
        found = next(one for one in self.content.documents if one.id == document)
        self._title = f"{found.title} · {found.number}"
        self.run(partial(self._desk.documents.pdf, self._case, found.id), self._open)

    @Slot(object)
    def _issued(self, _document: DocumentView) -> None:
        self._guide.acted()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        self._guide.refuse(error)
        if isinstance(error, AlreadyIssued):
            # Somebody issued it meanwhile: the list is read anew.
            self._guide.refresh()

    @Slot(object)
    def _open(self, pdf: bytes) -> None:
        open_preview(self._workplace, self._title, pdf)


def lacking() -> State:
    """Return the badge of a paper that is lacking."""
    return State(translate("PapersStep", "Lacking"), Tone.WARNING)


def _issued(document: DocumentView) -> State:
    return State(document.number, Tone.GOOD)
