"""The secrets of the founding guide: the passphrase, and the sheets with the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from justice_desk.vault.paper import Sheets
from justice_desk.vault.rules import Paper
from ui.background import Jobs
from ui.first_run.answers import Answers
from ui.first_run.passphrase import PassphraseForm
from ui.first_run.sheets import PaperKind, SheetsPart, SheetsProof, warning_of
from ui.first_run.steps import GuideStep
from ui.i18n import translate
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import Callout
from ui.widgets.text import Role, Text


class PassphraseStep(GuideStep):
    """The passphrase, judged as it is typed, or made with one press; typed twice."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("PassphraseStep", "Your passphrase"),
            translate("PassphraseStep", "Several words that only you know. Nobody can find them out for you."),
            parent=parent,
        )
        self.form = self.add(PassphraseForm(jobs))
        self.passphrase, self.repeated = self.form.passphrase, self.form.repeated
        self.bar, self.verdict, self.make = self.form.bar, self.form.verdict, self.form.make
        self.section(translate("PassphraseStep", "If it is forgotten"))
        self.paper = self.add(PaperKind(Paper.CODE))

    def show_answers(self, answers: Answers) -> None:
        """Show what was answered before."""
        self.form.know((answers.name, answers.community))
        self.passphrase.edit.setText(answers.passphrase)
        self.repeated.edit.setText(answers.repeated)
        self.paper.kind.choose(answers.paper)

    def take_answers(self, answers: Answers) -> None:
        """Write down the passphrase."""
        answers.passphrase = self.passphrase.value()
        answers.repeated = self.repeated.value()
        answers.paper = self.paper.chosen()

    def check(self) -> bool:
        """Ask for a strong passphrase, the same twice."""
        faults = self.form.faults()
        self.form.point_out(faults)
        return not faults

    def begin(self) -> None:
        """Put the cursor on the passphrase."""
        self.passphrase.setFocus()


class CodeStep(GuideStep):
    """What stands on the sheets, large, to be printed or copied by hand.

    Signals:
        print_requested: The sheets should go to a printer.
    """

    print_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("CodeStep", "Recovery sheet"),
            translate("CodeStep", "If the passphrase is forgotten, only this sheet opens the desk again."),
            parent=parent,
        )
        self.warning = self.add(Callout("", Tone.WARNING))
        self.add(
            Text(translate("NewPaper", "Print it, or copy it by hand, sign by sign. It is shown only now."), Role.LABEL)
        )
        self.print = self.add(Button(translate("NewPaper", "Print it"), Kind.SECONDARY, "print"))
        self.print.clicked.connect(self.print_requested)
        self.hint = self.add(
            Text(translate("CodeStep", "0 is always zero and 1 always one: it has no O, I, L or U."), Role.MUTED)
        )
        self.sheets = self.add(SheetsPart())

    def show_sheets(self, sheets: Sheets) -> None:
        """Show what stands on paper."""
        self.warning.text.setText(warning_of(sheets.kind))
        self.warning.text.show()
        self.hint.setVisible(sheets.kind is Paper.CODE)
        self.sheets.show_sheets(sheets)


class TypeBackStep(GuideStep):
    """Parts of the sheets, typed back from the paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("TypeBackStep", "Prove the sheet"),
            translate("NewPaper", "Type this from the paper, so that it is certain that it can be read."),
            parent=parent,
        )
        self.form = self.add(SheetsProof())

    def show_sheets(self, sheets: Sheets) -> None:
        """Ask for parts of these sheets, chosen by chance."""
        self.body.empty()
        self.form = self.add(SheetsProof())
        self.form.ask_for(sheets)

    def check(self) -> bool:
        """Compare with what stands on the sheets."""
        return self.form.check()

    def begin(self) -> None:
        """Put the cursor on the first part."""
        self.form.begin()
