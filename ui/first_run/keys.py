"""The secrets of the founding guide: the passphrase, and the recovery code that is copied by hand."""

import secrets

from PySide6.QtWidgets import QGridLayout, QWidget

from justice_desk.foundations.codes import tidy
from justice_desk.vault.errors import RecoveryCodeWrong
from ui.background import Jobs
from ui.first_run.answers import Answers
from ui.first_run.passphrase import PassphraseForm
from ui.first_run.steps import GuideStep
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import Tone
from ui.widgets.fields import Form, TextField
from ui.widgets.notices import Callout
from ui.widgets.text import Line, Role, Text

ASKED = 2
"""How many rows of the recovery code are typed back."""


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

    def show_answers(self, answers: Answers) -> None:
        """Show what was answered before."""
        self.form.know((answers.name, answers.community))
        self.passphrase.edit.setText(answers.passphrase)
        self.repeated.edit.setText(answers.repeated)

    def take_answers(self, answers: Answers) -> None:
        """Write down the passphrase."""
        answers.passphrase = self.passphrase.value()
        answers.repeated = self.repeated.value()

    def check(self) -> bool:
        """Ask for a strong passphrase, the same twice."""
        faults = self.form.faults()
        self.form.point_out(faults)
        return not faults

    def begin(self) -> None:
        """Put the cursor on the passphrase."""
        self.passphrase.setFocus()


class CodeStep(GuideStep):
    """The recovery code, large, to be copied by hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("CodeStep", "Recovery code"),
            translate("CodeStep", "If the passphrase is forgotten, only this code opens the desk again."),
            parent=parent,
        )
        self.add(
            Callout(
                translate(
                    "CodeStep",
                    "Whoever holds this code reads everything in the desk, the identities of protected persons too. "
                    "Put the sheet in a closed envelope and give it to somebody you trust, away from the laptop.",
                ),
                Tone.WARNING,
            )
        )
        self.add(Text(translate("CodeStep", "Copy the four rows by hand, sign by sign."), Role.LABEL))
        self.add(Text(translate("CodeStep", "0 is always zero and 1 always one: it has no O, I, L or U."), Role.MUTED))
        self._rows = self.add(QWidget())
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(8, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)

    def show_code(self, code: str) -> None:
        """Show a code: four rows."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for place, row in enumerate(code.splitlines(), start=1):
            self._grid.addWidget(Line(f"{place}.", Role.MUTED), place, 0)
            self._grid.addWidget(Line(row, Role.CODE), place, 1)


class TypeBackStep(GuideStep):
    """Two rows of the code, typed back from the paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("TypeBackStep", "Prove the sheet"),
            translate("TypeBackStep", "Type two rows from your sheet, so that it is certain that it can be read."),
            parent=parent,
        )
        self._code: dict[int, str] = {}
        self._asked: tuple[int, ...] = ()
        self._edits: dict[int, TextField] = {}
        self.form = Form()

    def show_code(self, code: str) -> None:
        """Ask for two rows of a code, chosen by chance."""
        self._code = dict(enumerate(code.splitlines(), start=1))
        self._asked = tuple(sorted(secrets.SystemRandom().sample(sorted(self._code), ASKED)))
        self.body.empty()
        self.form = self.add(Form())
        asked = translate("TypeBackStep", "Row {row}")
        self._edits = {
            row: self.form.ask(f"row{row}", asked.format(row=row), TextField(longest=30)) for row in self._asked
        }

    def check(self) -> bool:
        """Compare with the code, with the habits of handwriting: O and 0, I and 1, spaces and small letters."""
        faults = {
            f"row{row}": sentence(RecoveryCodeWrong(row))
            for row, edit in self._edits.items()
            if tidy(edit.value()) != tidy(self._code[row])
        }
        self.form.point_out(faults)
        return not faults

    def begin(self) -> None:
        """Put the cursor on the first row."""
        if self._asked:
            self._edits[self._asked[0]].setFocus()
