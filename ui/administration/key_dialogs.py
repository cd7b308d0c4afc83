"""A person's own keys: another passphrase, and letting this computer open the desk."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from justice_desk.accounts.rules import PassphraseUnchanged, PassphraseWeak
from justice_desk.foundations.errors import DeskError
from justice_desk.vault.errors import SignInDelayed, SignInRefused
from ui.first_run.passphrase import PassphraseForm
from ui.i18n import translate
from ui.sentences import sentence
from ui.shortcuts import Key, bind
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import CheckRow, Choice
from ui.widgets.dialogs import Sheet
from ui.widgets.fields import Form, SecretField
from ui.widgets.notices import Banner, Callout
from ui.widgets.text import Role, Text
from ui.workplace import Workplace


class ChangePassphrase(Sheet):
    """Asks for the passphrase there is and for another one."""

    def __init__(self, workplace: Workplace, name: str, parent: QWidget) -> None:
        super().__init__(translate("Keys", "Another passphrase"), parent)
        self._workplace = workplace
        self.refusal = self.body.add(Banner("", Tone.DANGER))
        self.refusal.hide()
        self.form = self.body.add(Form())
        self.old = self.form.ask("old", translate("Keys", "The passphrase you have now"), SecretField())
        self.secret = self.body.add(PassphraseForm(workplace.jobs))
        self.secret.know((name,))
        self.back = self.answer(Button(translate("Keys", "Go back"), Kind.SECONDARY))
        self.save = self.answer(Button(translate("Keys", "Change it"), Kind.PRIMARY, "check", Key.SAVE))
        self.back.clicked.connect(self.reject)
        self.save.clicked.connect(self._change)
        bind(self, Key.SAVE, self._change)
        self.old.setFocus()

    @Slot()
    def _change(self) -> None:
        self.refusal.say("")
        self.form.point_out({} if self.old.value() else {"old": translate("Keys", "This is needed.")})
        faults = self.secret.faults()
        self.secret.point_out(faults)
        if faults or not self.old.value() or not self.save.isEnabled():
            return
        self.save.setEnabled(False)
        change = self._workplace.desk.keys.change_passphrase
        work = partial(change, self.old.value(), self.secret.passphrase.value())
        self._workplace.jobs.run(work, self._changed, self._refused)

    @Slot(object)
    def _changed(self, _nothing: None) -> None:
        for field in (self.old, self.secret.passphrase, self.secret.repeated):
            field.clear()
        self._workplace.act_done.emit()
        self.accept()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        self.save.setEnabled(True)
        if isinstance(error, SignInRefused):
            self.form.point_out({"old": translate("Keys", "This is not the passphrase you have now.")})
        elif isinstance(error, SignInDelayed):
            self.form.point_out({"old": sentence(error)})
        elif isinstance(error, PassphraseWeak | PassphraseUnchanged):
            self.secret.point_out({"passphrase": sentence(error)})
        else:
            self.refusal.say(sentence(error))


class UseKeyring(Sheet):
    """Says what it means that the computer opens the desk, and asks for the passphrase once."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(translate("Keys", "Let this computer open the desk"), parent)
        self._workplace = workplace
        words = translate(
            "Keys",
            "Whoever uses this computer's account can then open the desk as you, without knowing your passphrase, and "
            "so can every program that runs in it. A thief who gets past the computer's own password has the desk. "
            "Leave it off on a shared laptop.",
        )
        self.body.add(Callout(words, Tone.DANGER))
        self.body.add(
            Text(translate("Keys", "Your passphrase goes on opening the desk. It can be turned off here."), Role.MUTED)
        )
        self.refusal = self.body.add(Banner("", Tone.DANGER))
        self.refusal.hide()
        self.form = self.body.add(Form())
        known = translate("Keys", "I know it, and this computer is used by me alone")
        self.known = self.form.ask("known", known, CheckRow(Choice("known", known)), titled=False)
        self.passphrase = self.form.ask("passphrase", translate("Keys", "Your passphrase"), SecretField())
        self.back = self.answer(Button(translate("Keys", "Leave it off"), Kind.PRIMARY))
        self.save = self.answer(Button(translate("Keys", "Turn it on"), Kind.DANGER))
        self.back.clicked.connect(self.reject)
        self.save.clicked.connect(self._turn_on)
        self.back.setFocus()

    @Slot()
    def _turn_on(self) -> None:
        self.refusal.say("")
        faults = {}
        if not self.known.isChecked():
            faults["known"] = translate("Keys", "Tick this first, if it is so.")
        if not self.passphrase.value():
            faults["passphrase"] = translate("Keys", "This is needed.")
        self.form.point_out(faults)
        if faults or not self.save.isEnabled():
            return
        self.save.setEnabled(False)
        work = partial(self._workplace.desk.keys.use_keyring, self.passphrase.value())
        self._workplace.jobs.run(work, self._turned_on, self._refused)

    @Slot(object)
    def _turned_on(self, _nothing: None) -> None:
        self.passphrase.clear()
        self._workplace.act_done.emit()
        self.accept()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        self.save.setEnabled(True)
        if isinstance(error, SignInRefused | SignInDelayed):
            self.form.point_out({"passphrase": sentence(error)})
        else:
            self.refusal.say(sentence(error))
