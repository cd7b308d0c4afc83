"""A list of issued documents: of one case in its tab, of all cases on the page of the register."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.accounts.rules import UseCase, permitted
from justice_desk.documents.views import DocumentView
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId
from ui.documents.preview import open_preview
from ui.documents.print_dialog import PrintDialog
from ui.errors import tell
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.badge import State, Tone
from ui.widgets.buttons import button_about
from ui.widgets.entry import Entry, EntryList
from ui.widgets.notices import EmptyState
from ui.widgets.page import Body, PageScaffold
from ui.workplace import Workplace


def documents_title() -> str:
    """Return the title of the tab and of the page."""
    return translate("Documents", "Documents")


class DocumentsPanel(QWidget):
    """Shows documents with what can be done with each.

    Signals:
        shown: This document should be shown.
        print_requested: This document should be printed.
    """

    shown = Signal(str)
    print_requested = Signal(str)

    def __init__(self, body: Body, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nothing = body.add(
            EmptyState(
                "documents",
                translate("Documents", "Nothing was issued yet"),
                translate(
                    "Documents",
                    "Actas are issued from a session, under Hearings; the letter to the prosecutor from the handoff.",
                ),
            )
        )
        self.papers = body.add(EntryList())

    def entry(self, document: DocumentView, lines: tuple[str, ...], *, may_print: bool) -> Entry:
        """Return the entry of one document."""
        title = f"{document.number} · {document.title}"
        see = button_about(translate("Documents", "See"), "show", title)
        see.clicked.connect(partial(self.shown.emit, document.id))
        put = button_about(translate("Documents", "Print"), "print", title)
        put.clicked.connect(partial(self.print_requested.emit, document.id))
        put.setEnabled(may_print)
        secret = State(translate("Documents", "Secret"), Tone.DANGER) if document.secret else None
        return Entry(title, lines, secret, (see, put))


class DocumentsTab(Body):
    """The documents of one case."""

    def __init__(self, workplace: Workplace, case: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        panel = self.add(DocumentsPanel(self))
        self.presenter = DocumentsPresenter(panel, workplace, case)


class DocumentsPage(PageScaffold):
    """The register: every document of the cases of the person signed in, the newest first."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(
            documents_title(),
            translate("Documents", "What was issued, under which number, and what was printed."),
            parent=parent,
        )
        panel = self.add(DocumentsPanel(self.body))
        self.presenter = DocumentsPresenter(panel, workplace, None)


class DocumentsPresenter(QObject):
    """Reads the documents, shows and prints them."""

    def __init__(self, panel: DocumentsPanel, workplace: Workplace, case: CaseId | None) -> None:
        super().__init__(panel)
        self._panel, self._workplace, self._case = panel, workplace, case
        self._documents: dict[str, DocumentView] = {}
        self._title = ""
        panel.shown.connect(self._see)
        panel.print_requested.connect(self._print)
        workplace.act_done.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read anew."""
        documents = self._workplace.desk.documents
        work = documents.register if self._case is None else partial(documents.documents, self._case)
        self._workplace.jobs.run_read(work, self._show, self._fail)

    @Slot(object)
    def _show(self, found: tuple[DocumentView, ...]) -> None:
        self._documents = {document.id: document for document in found}
        may = permitted(UseCase.PRINT_DOCUMENT, self._workplace.roles, own=True)
        self._panel.nothing.setHidden(bool(found))
        self._panel.papers.show_entries(
            [self._panel.entry(one, self._lines(one), may_print=may) for one in self._documents.values()]
        )

    def _lines(self, document: DocumentView) -> tuple[str, ...]:
        zone = self._workplace.zone
        issued = translate("Documents", "Issued on {when} by {who}").format(
            when=moment_text(document.issued_at, zone), who=document.issued_by
        )
        code = translate("Documents", "Code {code} · {pages} sheets").format(code=document.code, pages=document.pages)
        case = document.case_number if self._case is None else ""
        came_out = [one for one in document.prints if one.came_out]
        if not came_out:
            return (case, issued, code, translate("Documents", "Not printed yet"))
        printed = translate("Documents", "Printed on {when} for: {purpose}").format(
            when=moment_text(came_out[-1].at, zone), purpose=came_out[-1].purpose
        )
        copies = translate("Documents", "Copies: {count}").format(count=len(came_out) - 1)
        return (case, issued, code, printed, copies if len(came_out) > 1 else "")

    @Slot(str)
    def _see(self, document: str) -> None:
        found = self._documents[document]
        self._title = f"{found.number} · {found.title}"
        work = partial(self._workplace.desk.documents.pdf, found.case, found.id)
        self._workplace.jobs.run(work, self._open, self._fail)

    @Slot(object)
    def _open(self, pdf: bytes) -> None:
        open_preview(self._workplace, self._title, pdf)

    @Slot(str)
    def _print(self, document: str) -> None:
        PrintDialog(self._workplace, self._documents[document], self._panel).open()

    @Slot(object)
    def _fail(self, error: DeskError) -> None:
        tell(self._panel.window(), error)
