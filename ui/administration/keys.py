"""Keys and recovery: the passphrase of who is working now, this computer's key store, the sheets with the way back."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.accounts.rules import UseCase, permitted
from justice_desk.accounts.views import KeyStanding
from justice_desk.vault.rules import Paper
from ui.administration.key_dialogs import ChangePassphrase, UseKeyring
from ui.administration.new_paper import NewPaperDialog
from ui.i18n import translate
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import Callout
from ui.widgets.page import Body
from ui.widgets.text import Role, Text
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk

TOP = 16


@dataclass(frozen=True)
class Keys:
    """How things stand, and whose they are."""

    standing: KeyStanding
    name: str


class KeysSection(Body):
    """Shows how things stand.

    Signals:
        passphrase_requested, keyring_requested, paper_requested: One of them should be changed.
    """

    passphrase_requested = Signal()
    keyring_requested = Signal()
    paper_requested = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.parts.setContentsMargins(0, TOP, 0, 0)
        self.section(
            translate("Keys", "Your passphrase"),
            translate("Keys", "Change it if somebody may have seen it. The old one is asked."),
        )
        self.passphrase = self.add(Button(translate("Keys", "Change my passphrase"), icon="key"))
        self.passphrase.clicked.connect(self.passphrase_requested)
        self.section(translate("Keys", "Opening with this computer"))
        self.keyring_words = self.add(Text("", Role.MUTED))
        self.keyring = self.add(Button(translate("Keys", "Let this computer open the desk…"), Kind.SECONDARY))
        self.keyring.clicked.connect(self.keyring_requested)
        self.section(
            translate("Keys", "The way back on paper"),
            translate("Keys", "When a passphrase is forgotten, only the recovery sheet opens the desk again."),
        )
        self.paper_words = self.add(Text(""))
        self.beyond = self.add(Callout("", Tone.WARNING))
        self.square = self.add(Callout("", Tone.ACTIVE))
        self.beyond.hide()
        self.square.hide()
        self.paper = self.add(Button(translate("Keys", "Make a new recovery sheet"), Kind.SECONDARY, "print"))
        self.paper.clicked.connect(self.paper_requested)
        may = permitted(UseCase.RENEW_RECOVERY, workplace.roles, own=True)
        self.only_authority = self.add(Text(translate("Keys", "An authority makes a new sheet."), Role.MUTED))
        self.paper.setVisible(may)
        self.only_authority.setHidden(may)
        self._presenter = KeysPresenter(self, workplace)

    def entering(self) -> None:
        """Read anew."""
        self._presenter.read()

    def show_keys(self, keys: Keys) -> None:
        """Show how things stand."""
        standing = keys.standing
        self.keyring_words.setText(_keyring_words(on=standing.keyring))
        turn_off = translate("Keys", "Only with my passphrase")
        self.keyring.rename(turn_off if standing.keyring else translate("Keys", "Let this computer open the desk…"))
        self.paper_words.setText(_paper_words(standing.paper))
        beyond = translate(
            "Keys",
            "The sheet does not reach {number} keys yet, of cases that you do not read. It reaches them once those who "
            "read them have signed in.",
        )
        self.beyond.text.setText(beyond.format(number=standing.out_of_reach))
        self.beyond.text.show()
        self.beyond.setVisible(standing.out_of_reach > 0)
        words = translate(
            "Keys",
            "Since the sheet was printed the store has got a new key, because somebody left. What is typed still opens "
            "it; the square does not. Make a new sheet when there is time.",
        )
        self.square.text.setText(words)
        self.square.text.show()
        self.square.setVisible(not standing.square_holds)


class KeysPresenter(QObject):
    """Reads how things stand, and opens the questions."""

    def __init__(self, panel: KeysSection, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        self._keys: Keys | None = None
        panel.passphrase_requested.connect(self._change_passphrase)
        panel.keyring_requested.connect(self._change_keyring)
        panel.paper_requested.connect(self._renew)
        workplace.act_done.connect(self.read)

    @Slot()
    def read(self) -> None:
        """Read anew."""
        self._workplace.jobs.run_read(partial(read_keys, self._workplace.desk), self._show)

    @Slot(object)
    def _show(self, keys: Keys) -> None:
        self._keys = keys
        self._panel.show_keys(keys)

    @Slot()
    def _change_passphrase(self) -> None:
        if self._keys is not None:
            ChangePassphrase(self._workplace, self._keys.name, self._panel).open()

    @Slot()
    def _change_keyring(self) -> None:
        if self._keys is not None and self._keys.standing.keyring:
            self._workplace.jobs.run(self._workplace.desk.keys.leave_keyring, self._left_keyring)
        else:
            UseKeyring(self._workplace, self._panel).open()

    @Slot(object)
    def _left_keyring(self, _nothing: None) -> None:
        self._workplace.act_done.emit()

    @Slot()
    def _renew(self) -> None:
        kind = Paper.CODE if self._keys is None else self._keys.standing.paper
        NewPaperDialog(self._workplace, kind, self._panel).open()


def read_keys(desk: "Desk") -> Keys:
    """Return how things stand. In a worker."""
    return Keys(desk.keys.standing(), desk.accounts.me().name)


def _keyring_words(*, on: bool) -> str:
    # Whether the computer has a key store is found out when somebody wants it: looking may make the system ask things.
    if on:
        return translate("Keys", "This computer opens the desk for you, without your passphrase.")
    return translate("Keys", "Off: only your passphrase opens the desk. So it should stay on a shared laptop.")


def _paper_words(paper: Paper) -> str:
    if paper is Paper.CODE:
        return translate("Keys", "It stands on one sheet with a code of four rows. Keep it away from the laptop.")
    return translate("Keys", "It stands on three sheets of words, of which any two open. One is outside the community.")
