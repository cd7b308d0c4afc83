"""Another way back on paper: how it stands there, what stands there, and the proof that it can be read."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from justice_desk.foundations.errors import DeskError
from justice_desk.vault.paper import NewPaper
from justice_desk.vault.rules import Paper
from ui.first_run.sheets import PaperKind, PrintSheets, SheetsPart, SheetsProof, warning_of
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.dialogs import Sheet, sheet_body
from ui.widgets.notices import Banner, Callout
from ui.widgets.text import Role, Text
from ui.workplace import Workplace

KIND, SHOWN, PROOF = range(3)


class NewPaperDialog(Sheet):
    """Three steps, one at a time. Nothing counts before the last."""

    def __init__(self, workplace: Workplace, kind: Paper, parent: QWidget) -> None:
        super().__init__(translate("NewPaper", "A new recovery sheet"), parent)
        self.refusal = Banner("", Tone.DANGER)
        self.refusal.hide()
        self.column.insertWidget(0, self.refusal)
        self.steps = QStackedWidget()
        self.column.replaceWidget(self.body, self.steps)
        self.steps.addWidget(self.body)
        words = translate(
            "NewPaper",
            "The sheets there are now open nothing any more once this is done. Everybody at the desk is told when they "
            "sign in.",
        )
        self.body.add(Callout(words, Tone.WARNING))
        self.kind = self.body.add(PaperKind(kind))
        self.shown, self.proof = sheet_body(), sheet_body()
        self.steps.addWidget(self.shown)
        self.steps.addWidget(self.proof)
        self.sheets, self.asked = SheetsPart(), SheetsProof()
        self.print = Button(translate("NewPaper", "Print it"), Kind.SECONDARY, "print")
        self.back = self.answer(Button(translate("NewPaper", "Go back"), Kind.SECONDARY))
        self.onwards = self.answer(Button(translate("NewPaper", "Go on"), Kind.PRIMARY))
        self._presenter = NewPaperPresenter(self, workplace)

    def show_paper(self, paper: NewPaper) -> None:
        """Show what is to be printed or copied, and get ready to ask for it."""
        self.shown.add(Callout(warning_of(paper.sheets.kind), Tone.WARNING))
        copy = translate("NewPaper", "Print it, or copy it by hand, sign by sign. It is shown only now.")
        self.shown.add(Text(copy, Role.LABEL))
        self.shown.add(self.print)
        self.sheets.show_sheets(paper.sheets)
        self.shown.add(self.sheets)
        self.proof.add(
            Text(translate("NewPaper", "Type this from the paper, so that it is certain that it can be read."))
        )
        self.asked.ask_for(paper.sheets)
        self.proof.add(self.asked)

    def open_step(self, step: int) -> None:
        """Bring a step to the front."""
        self.steps.setCurrentIndex(step)
        last = translate("NewPaper", "From now on this sheet counts")
        self.onwards.rename(last if step == PROOF else translate("NewPaper", "Go on"))


class NewPaperPresenter(QObject):
    """Has the paper made, and has it count once it was proven."""

    def __init__(self, panel: NewPaperDialog, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        self._paper: NewPaper | None = None
        panel.back.clicked.connect(self._go_back)
        panel.onwards.clicked.connect(self._go_on)
        panel.print.clicked.connect(self._print)

    @Slot()
    def _go_back(self) -> None:
        if self._panel.steps.currentIndex() == PROOF:
            self._panel.open_step(SHOWN)
        else:
            self._panel.reject()

    @Slot()
    def _go_on(self) -> None:
        self._panel.refusal.say("")
        step = self._panel.steps.currentIndex()
        if step == KIND:
            self._panel.onwards.setEnabled(False)
            make = partial(self._workplace.desk.keys.fresh_paper, self._panel.kind.chosen())
            self._workplace.jobs.run_read(make, self._show, self._refuse)
        elif step == SHOWN:
            self._panel.open_step(PROOF)
            self._panel.asked.begin()
        elif self._paper is not None and self._panel.asked.check():
            self._panel.onwards.setEnabled(False)
            renew = partial(self._workplace.desk.keys.renew_recovery, self._paper)
            self._workplace.jobs.run(renew, self._renewed, self._refuse)

    @Slot(object)
    def _show(self, paper: NewPaper) -> None:
        self._paper = paper
        self._panel.onwards.setEnabled(True)
        self._panel.show_paper(paper)
        self._panel.open_step(SHOWN)

    @Slot()
    def _print(self) -> None:
        if self._paper is not None:
            make = partial(self._workplace.desk.sheets.sheets, self._paper)
            PrintSheets(self._workplace.jobs, make, self._panel).open()

    @Slot(object)
    def _renewed(self, _beyond: int) -> None:
        self._workplace.act_done.emit()
        self._panel.accept()

    @Slot(object)
    def _refuse(self, error: DeskError) -> None:
        self._panel.onwards.setEnabled(True)
        self._panel.refusal.say(sentence(error))
