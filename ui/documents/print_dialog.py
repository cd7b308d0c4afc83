"""Printing one paper: which printer, for whom and why; then whether it came out. Both stand in the register."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.documents.rules import PaperSize
from justice_desk.documents.views import DocumentView, Printable
from justice_desk.foundations.errors import DeskError
from ui.documents.printing import neutral_title, printers, send, take_back
from ui.errors import tell
from ui.i18n import translate
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import Choice, DropDown
from ui.widgets.dialogs import Dialog
from ui.widgets.fields import Form, TextField
from ui.widgets.notices import Callout
from ui.widgets.refusals import point_out
from ui.widgets.text import Role, Text
from ui.workplace import Workplace


class PrintDialog(Dialog):
    """Asks for the printer and the purpose, then whether the paper came out."""

    def __init__(self, workplace: Workplace, document: DocumentView, parent: QWidget) -> None:
        super().__init__(translate("Printing", "Print {number}").format(number=document.number), parent)
        self.form = Form()
        names = printers()
        self.printer = self.form.ask(
            "printer", translate("Printing", "Printer"), DropDown([Choice(name, name) for name in names])
        )
        self.purpose = self.form.ask(
            "purpose",
            translate("Printing", "For whom, and why?"),
            TextField(),
            translate("Printing", "It stands in the register beside who printed it."),
        )
        if names:
            self.printer.choose(names[0])
        self.nothing = Callout(
            translate(
                "Printing",
                "This laptop knows no printer. Connect one, then open this again. The acta may also be copied by hand "
                "into the book, with its number and its code.",
            ),
            Tone.WARNING,
        )
        self.outcome = Text(
            translate(
                "Printing",
                "The paper went to the printer. Did it come out right? Take all sheets with you. If it did not, it is "
                "taken out of the queue, so that it does not come out later. Printers keep copies all the same.",
            ),
            Role.BODY,
        )
        for part in (self.form, self.nothing, self.outcome):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.back = self.answer(Button(translate("Printing", "Go back"), Kind.SECONDARY))
        self.again = self.answer(Button(translate("Printing", "No, it did not"), Kind.SECONDARY))
        self.start = self.answer(Button(translate("Printing", "Print"), Kind.PRIMARY, "print"))
        self.yes = self.answer(Button(translate("Printing", "Yes, it came out"), Kind.PRIMARY, "check"))
        self.back.clicked.connect(self.reject)
        self.form.setVisible(bool(names))
        self.nothing.setHidden(bool(names))
        self.start.setVisible(bool(names))
        self._at_printer = False
        self._show_outcome(asked=False)
        self._presenter = PrintPresenter(self, workplace, document)

    def wait(self, *, waiting: bool) -> None:
        """Show that the paper goes to the printer; from then on it must be said what became of it."""
        self._at_printer = waiting
        for button in (self.start, self.back):
            button.setEnabled(not waiting)

    def note(self, *, noting: bool) -> None:
        """Show that it is being noted what became of it: once."""
        for button in (self.again, self.yes):
            button.setEnabled(not noting)

    def reject(self) -> None:
        """Go back, unless the paper is at the printer."""
        if not self._at_printer:
            super().reject()

    def ask_outcome(self) -> None:
        """Ask whether it came out."""
        self._show_outcome(asked=True)
        self.adjustSize()
        self.yes.setFocus()

    def _show_outcome(self, *, asked: bool) -> None:
        for after in (self.outcome, self.again, self.yes):
            after.setVisible(asked)
        if asked:
            for before in (self.form, self.start, self.back):
                before.hide()


class PrintPresenter(QObject):
    """Prints, and writes down what became of it."""

    def __init__(self, panel: PrintDialog, workplace: Workplace, document: DocumentView) -> None:
        super().__init__(panel)
        self._panel, self._workplace, self._document = panel, workplace, document
        self._job = ""
        panel.start.clicked.connect(self._start)
        panel.yes.clicked.connect(self._note_good)
        panel.again.clicked.connect(self._note_bad)

    @Slot()
    def _start(self) -> None:
        if not self._panel.purpose.value():
            self._panel.form.point_out({"purpose": translate("Printing", "This is needed.")})
            return
        self._panel.wait(waiting=True)
        work = partial(self._print, self._panel.printer.value() or "")
        job = self._workplace.jobs.run_long(lambda _progress: work(), self._sent, self._refused)
        job.ended.connect(self._rest)

    def _print(self, printer: str) -> str:
        desk, document = self._workplace.desk, self._document
        printable: Printable = desk.documents.to_print(document.case, document.id)
        size = PaperSize(desk.communities.profile().paper_size)
        return send(printable.pdf, printer, size, neutral_title(document.number))

    @Slot(object)
    def _sent(self, job: str) -> None:
        self._job = job
        self._panel.ask_outcome()

    @Slot()
    def _note_good(self) -> None:
        self._note(came_out=True)

    @Slot()
    def _note_bad(self) -> None:
        self._note(came_out=False)

    def _note(self, *, came_out: bool) -> None:
        printer, purpose = self._panel.printer.value() or "", self._panel.purpose.value()
        work = partial(self._settle, printer, purpose, came_out=came_out)
        self._panel.note(noting=True)
        job = self._workplace.jobs.run(work, self._noted, self._not_noted)
        job.ended.connect(self._rest)

    def _settle(self, printer: str, purpose: str, *, came_out: bool) -> DocumentView:
        if not came_out:
            take_back(self._job)
        document = self._document
        return self._workplace.desk.documents.note_print(
            document.case, document.id, printer, purpose, came_out=came_out
        )

    @Slot(object)
    def _noted(self, _document: DocumentView) -> None:
        self._workplace.act_done.emit()
        self._panel.accept()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        tell(self._panel.window(), error)

    @Slot()
    def _rest(self) -> None:
        if self._panel.outcome.isHidden():
            self._panel.wait(waiting=False)
        self._panel.note(noting=False)

    @Slot(object)
    def _not_noted(self, error: DeskError) -> None:
        # The paper is at the printer: what is wrong with the words about it is mended, and said again.
        self._panel.form.show()
        if not point_out(self._panel.form, error):
            tell(self._panel.window(), error)
