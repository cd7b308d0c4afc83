"""A passphrase for somebody: judged as it is typed, or made with one press, and typed twice."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from justice_desk.accounts.passphrases import NEEDED_SCORE, made_passphrase, strength
from justice_desk.accounts.rules import PassphraseWeak
from ui.background import Jobs
from ui.i18n import translate
from ui.sentences import sentence
from ui.theme import look
from ui.widgets.badge import Tone, colours_of
from ui.widgets.buttons import Button, Kind
from ui.widgets.fields import Form, SecretField
from ui.widgets.painting import brush, fill
from ui.widgets.text import Role, Text

PAUSE = 200
"""How long typing rests before the passphrase is judged, in milliseconds."""
BEST = 4


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


class PassphraseForm(Form):
    """Asks for a passphrase and shows how strong it is."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._known: tuple[str, ...] = ()
        self.passphrase = self.ask("passphrase", translate("PassphraseStep", "Passphrase"), SecretField())
        self.bar = self.place(StrengthBar())
        self.verdict = self.place(Text("", Role.SMALL))
        self.make = self.place(Button(translate("PassphraseStep", "Make one for me"), Kind.SECONDARY, "refresh"))
        self.make.clicked.connect(self._make)
        self.repeated = self.ask(
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

    def know(self, known: Sequence[str]) -> None:
        """Take note of what a guesser would try first, such as the name."""
        self._known = tuple(filter(None, known))

    def faults(self) -> dict[str, str]:
        """Return what is wrong: too weak, or not the same twice."""
        score = strength(self.passphrase.value(), self._known)
        if score < NEEDED_SCORE:
            return {"passphrase": sentence(PassphraseWeak(score, NEEDED_SCORE))}
        if self.passphrase.value() != self.repeated.value():
            return {"repeated": translate("PassphraseStep", "The two are not the same. Type it once more.")}
        return {}

    def _make(self) -> None:
        self.passphrase.fill(made_passphrase())
        self.repeated.clear()
        self.repeated.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Judge what stands there already."""
        super().showEvent(event)
        self._timer.start()

    @Slot()
    def _judge(self) -> None:
        # A page that was left while somebody typed asks no more: its workers may be gone.
        if not self.isVisible():
            return
        self._jobs.run_read(partial(strength, self.passphrase.value(), self._known), self._rate)

    @Slot(object)
    def _rate(self, score: int) -> None:
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
