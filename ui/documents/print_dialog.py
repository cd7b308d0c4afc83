"""Printing one paper: which printer, for whom and why; then whether it came out. Both stand in the register."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.documents.rules import PaperSize
from justice_desk.documents.views import DocumentView, Printable
from justice_desk.foundations.errors import DeskError
from ui.documents.printing import neutral_title, printers, send
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
                "The paper went to the printer. Did it come out right? Printers and their queues keep copies: take all "
                "sheets with you.",
            ),
            Role.BODY,
        )
        for part in (self.form, self.nothing, self.outcome):
            self.column.addWidget(part)
        self.back = self.answer(Button(translate("Printing", "Go back"), Kind.SECONDARY))
        self.again = self.answer(Button(translate("Printing", "No, it did not"), Kind.SECONDARY))
        self.start = self.answer(Button(translate("Printing", "Print"), Kind.PRIMARY, "print"))
        self.yes = self.answer(Button(translate("Printing", "Yes, it came out"), Kind.PRIMARY, "check"))
        self.back.clicked.connect(self.reject)
        self.form.setVisible(bool(names))
        self.nothing.setHidden(bool(names))
        self.start.setVisible(bool(names))
        self._show_outcome(asked=False)
        self._presenter = PrintPresenter(self, workplace, document)

    def ask_outcome(self) -> None:
        """Ask whether it came out."""
        self._show_outcome(asked=True)
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
        panel.start.clicked.connect(self._start)
        panel.yes.clicked.connect(self._note_good)
        panel.again.clicked.connect(self._note_bad)

    @Slot()
    def _start(self) -> None:
        if not self._panel.purpose.value():
            self._panel.form.point_out({"purpose": translate("Printing", "This is needed.")})
            return
        self._panel.start.setEnabled(False)
        work = partial(self._print, self._panel.printer.value() or "")
        self._workplace.jobs.run_long(lambda _progress: work(), self._sent, self._refused)

    def _print(self, printer: str) -> None:
        desk, document = self._workplace.desk, self._document
        printable: Printable = desk.documents.to_print(document.case, document.id)
        size = PaperSize(desk.communities.profile().paper_size)
        send(printable.pdf, printer, size, neutral_title(document.number))

    @Slot(object)
    def _sent(self, _nothing: object) -> None:
        self._panel.ask_outcome()

    @Slot()
    def _note_good(self) -> None:
        self._note(came_out=True)

    @Slot()
    def _note_bad(self) -> None:
        self._note(came_out=False)

    def _note(self, *, came_out: bool) -> None:
        note = self._workplace.desk.documents.note_print
        printer, purpose = self._panel.printer.value() or "", self._panel.purpose.value()
        work = partial(note, self._document.case, self._document.id, printer, purpose, came_out=came_out)
        self._workplace.jobs.run(work, self._noted, self._refused)

    @Slot(object)
    def _noted(self, _document: DocumentView) -> None:
        self._workplace.act_done.emit()
        self._panel.accept()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        self._panel.start.setEnabled(True)
        if not point_out(self._panel.form, error):
            tell(self._panel.window(), error)
