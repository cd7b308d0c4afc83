"""The secrets of the founding guide: the passphrase, and the recovery code that is copied by hand."""

import secrets
from functools import partial

from PySide6.QtCore import QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from justice_desk.accounts.passphrases import NEEDED_SCORE, made_passphrase, strength
from justice_desk.accounts.rules import PassphraseWeak
from justice_desk.foundations.codes import tidy
from justice_desk.vault.errors import RecoveryCodeWrong
from ui.background import Jobs
from ui.first_run.answers import Answers
from ui.first_run.steps import GuideStep
from ui.i18n import translate
from ui.sentences import sentence
from ui.theme import look
from ui.widgets.badge import Tone, colours_of
from ui.widgets.buttons import Button, Kind
from ui.widgets.fields import Form, SecretField, TextField
from ui.widgets.notices import Callout
from ui.widgets.painting import brush, fill
from ui.widgets.text import Line, Role, Text

PAUSE = 200
"""How long typing rests before the passphrase is judged, in milliseconds."""
BEST = 4
ASKED = 2
"""How many rows of the recovery code are typed back."""


class StrengthBar(QWidget):
    """Four parts, of which as many are filled as the passphrase is strong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_score(self, score: int) -> None:
        """Show another strength."""
        self.score = score
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of four parts."""
        return QSize(240, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts."""
        painter, colours = brush(self), look().colours
        ink = colours_of(Tone.GOOD if self.score >= NEEDED_SCORE else Tone.WARNING)[1]
        width = (self.width() - 3 * 6) / BEST
        for part in range(BEST):
            area = QRectF(part * (width + 6), 1, width, self.height() - 2)
            fill(painter, area, ink if part < self.score else colours.line, radius=4)
        painter.end()


class PassphraseStep(GuideStep):
    """The passphrase, judged as it is typed, or made with one press; typed twice."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("PassphraseStep", "Your passphrase"),
            translate("PassphraseStep", "Several words that only you know. Nobody can find them out for you."),
            parent=parent,
        )
        self._jobs = jobs
        self._known: tuple[str, ...] = ()
        self._score = 0
        self.form = self.add(Form())
        self.passphrase = self.form.ask("passphrase", translate("PassphraseStep", "Passphrase"), SecretField())
        self.bar = self.form.place(StrengthBar())
        self.verdict = self.form.place(Text("", Role.SMALL))
        self.make = self.form.place(Button(translate("PassphraseStep", "Make one for me"), Kind.SECONDARY, "refresh"))
        self.make.clicked.connect(self._make)
        self.repeated = self.form.ask(
            "repeated",
            translate("PassphraseStep", "The same once more"),
            SecretField(),
            translate("PassphraseStep", "Copy it on paper first and keep the paper apart from the laptop."),
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._judge)
        self.passphrase.changed.connect(self._timer.start)
        self._rate(0)

    def show_answers(self, answers: Answers) -> None:
        """Show what was answered before."""
        self._known = tuple(filter(None, (answers.name, answers.community)))
        self.passphrase.edit.setText(answers.passphrase)
        self.repeated.edit.setText(answers.repeated)

    def take_answers(self, answers: Answers) -> None:
        """Write down the passphrase."""
        answers.passphrase = self.passphrase.value()
        answers.repeated = self.repeated.value()

    def check(self) -> bool:
        """Ask for a strong passphrase, the same twice."""
        faults: dict[str, str] = {}
        score = strength(self.passphrase.value(), self._known)
        if score < NEEDED_SCORE:
            faults["passphrase"] = sentence(PassphraseWeak(score, NEEDED_SCORE))
        elif self.passphrase.value() != self.repeated.value():
            faults["repeated"] = translate("PassphraseStep", "The two are not the same. Type it once more.")
        self.form.point_out(faults)
        return not faults

    def begin(self) -> None:
        """Put the cursor on the passphrase."""
        self.passphrase.setFocus()

    def _make(self) -> None:
        self.passphrase.fill(made_passphrase())
        self.repeated.clear()
        self.repeated.setFocus()

    @Slot()
    def _judge(self) -> None:
        self._jobs.run_read(partial(strength, self.passphrase.value(), self._known), self._rate)

    @Slot(object)
    def _rate(self, score: int) -> None:
        self._score = score
        self.bar.show_score(score)
        if not self.passphrase.value():
            self.verdict.setText(translate("PassphraseStep", "Write several words."))
            return
        words = (
            translate("PassphraseStep", "Too short still: add words."),
            translate("PassphraseStep", "Weak: it would be guessed soon. Add words."),
            translate("PassphraseStep", "Almost: add one more word."),
            translate("PassphraseStep", "Strong."),
            translate("PassphraseStep", "Very strong."),
        )
        self.verdict.setText(words[score])


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
