"""Receivers: entering one with the key it reads with, and confirming that key with a voice on the telephone."""

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from justice_desk.foundations.errors import DeskError
from justice_desk.handoffs.rules import FingerprintDiffers, NewReceiver, RecipientUnreadable
from justice_desk.handoffs.views import ReceiverView
from justice_desk.packets.fingerprints import DIGITS
from ui.handoffs.words import receiver_words
from ui.i18n import translate
from ui.sentences import sentence
from ui.shortcuts import Key, bind
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import CheckRow, Choice
from ui.widgets.dialogs import Sheet
from ui.widgets.digits import DigitsField, grouped
from ui.widgets.fields import Form, TextField
from ui.widgets.form_draft import DraftOffer, FormDraft
from ui.widgets.notices import Banner
from ui.widgets.refusals import point_out
from ui.widgets.text import Role, Text
from ui.workplace import Workplace

RECIPIENT = re.compile(r"age1[0-9a-z]{58}")
LARGEST_FILE = 64 << 10
"""A file with a key is a few lines; more is something else."""


class EnterReceiver(Sheet):
    """Asks for a receiver and its key.

    Signals:
        entered: The `ReceiverView` that was entered.
    """

    entered = Signal(object)

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(translate("EnterReceiver", "A new receiver"), parent)
        self._workplace = workplace
        body = self.body
        self.offer = body.add(DraftOffer())
        self.form = body.add(Form())
        self.institution = self.form.ask("institution", translate("EnterReceiver", "Institution"), TextField())
        self.office = self.form.ask(
            "office", translate("EnterReceiver", "Office, or the post of whoever receives"), TextField()
        )
        self.place = self.form.ask("place", translate("EnterReceiver", "City or municipality"), TextField())
        hint = translate("EnterReceiver", "It begins with age1. It comes on paper, in a message, or in a file.")
        self.recipient = self.form.ask("recipient", translate("EnterReceiver", "Key of the office"), TextField(), hint)
        self.from_file = self.form.place(
            Button(translate("EnterReceiver", "Take the key from a file"), icon="folder-open")
        )
        self.from_file.clicked.connect(self._choose_file)
        same = Choice("same", translate("EnterReceiver", "The same key opens the identities"))
        self.same = self.form.ask("same", translate("EnterReceiver", "Identities"), CheckRow(same))
        self.annex_recipient = self.form.ask(
            "annex_recipient",
            translate("EnterReceiver", "Key for the identities"),
            TextField(),
            translate("EnterReceiver", "Only if the office keeps a key of its own for the names of protected persons."),
        )
        self.same.toggled.connect(self._ask_for_annex)
        self.same.setChecked(True)
        self.back = self.answer(Button(translate("EnterReceiver", "Go back"), Kind.SECONDARY))
        self.save = self.answer(Button(translate("EnterReceiver", "Save"), Kind.PRIMARY, key=Key.SAVE))
        self.back.clicked.connect(self.reject)
        self.save.clicked.connect(self._enter)
        bind(self, Key.SAVE, self._enter)
        self._draft = FormDraft(workplace, "receiver", self.form, self.offer, self)
        self._draft.seek()
        self.institution.setFocus()

    def receiver(self) -> NewReceiver:
        """Return the receiver as it stands in the form."""
        annex = "" if self.same.isChecked() else self.annex_recipient.value()
        return NewReceiver(
            self.institution.value(), self.office.value(), self.place.value(), self.recipient.value(), annex
        )

    @Slot(bool)
    def _ask_for_annex(self, same: bool) -> None:
        self.form.fields["annex_recipient"].setHidden(same)

    @Slot()
    def _choose_file(self) -> None:
        chooser = QFileDialog(self, translate("EnterReceiver", "The file with the key"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(self.take_file)
        chooser.open()

    @Slot(str)
    def take_file(self, path: str) -> None:
        """Take the first key that stands in a file."""
        found = key_in(Path(path))
        if found:
            self.recipient.setText(found)
        words = translate("EnterReceiver", "There is no key in this file. It would begin with age1.")
        self.form.point_out({} if found else {"recipient": words})

    @Slot()
    def _enter(self) -> None:
        self.form.point_out({})
        work = partial(self._workplace.desk.receivers.enter, self.receiver())
        self._workplace.jobs.run(work, self._entered, self._refused)

    @Slot(object)
    def _entered(self, receiver: ReceiverView) -> None:
        self._draft.drop()
        self.entered.emit(receiver)
        self._workplace.act_done.emit()
        self.accept()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        tidy = "".join(self.recipient.value().split()).lower()
        wrong = "annex_recipient" if RECIPIENT.fullmatch(tidy) and not self.same.isChecked() else "recipient"
        if not point_out(self.form, error, {RecipientUnreadable: wrong}):
            self.form.point_out({"institution": sentence(error)})


class ConfirmKey(Sheet):
    """Asks for the digits as they are heard, and for whose voice it was. The digits themselves are not shown."""

    def __init__(self, workplace: Workplace, receiver: ReceiverView, parent: QWidget) -> None:
        super().__init__(translate("ConfirmKey", "Confirm the key by telephone"), parent)
        self._workplace, self._receiver = workplace, receiver
        body = self.body
        body.add(Text(receiver_words(receiver), Role.LABEL))
        steps = (
            translate("ConfirmKey", "Call the office at a number that you know, not at one that came with the key."),
            translate("ConfirmKey", "Ask them to read out the thirty digits of their key, in groups of five."),
            translate("ConfirmKey", "Type what you hear. The program compares."),
        )
        for number, words in enumerate(steps, start=1):
            body.add(Text(f"{number}. {words}"))
        self.refusal = body.add(Banner("", Tone.DANGER))
        self.refusal.hide()
        self.offer = body.add(DraftOffer())
        self.form = body.add(Form())
        self.digits = self.form.ask("digits", translate("ConfirmKey", "What they read out"), DigitsField(DIGITS))
        self.annex_digits = self.form.ask(
            "annex_digits",
            translate("ConfirmKey", "And of their key for the identities"),
            DigitsField(DIGITS),
        )
        self._asked = {"digits": self.digits, "annex_digits": self.annex_digits}
        if receiver.annex_fingerprint == receiver.fingerprint:
            self._asked.pop("annex_digits")
            self.form.fields["annex_digits"].hide()
        self.confirmed_with = self.form.ask(
            "confirmed_with",
            translate("ConfirmKey", "Who read it out?"),
            TextField(),
            translate("ConfirmKey", "The name or the post of the person at the telephone."),
        )
        self.back = self.answer(Button(translate("ConfirmKey", "Go back"), Kind.SECONDARY))
        self.yes = self.answer(Button(translate("ConfirmKey", "Compare and confirm"), Kind.PRIMARY, "check"))
        self.back.clicked.connect(self.reject)
        self.yes.clicked.connect(self._confirm)
        self.confirmed_with.returnPressed.connect(self._confirm)
        self._draft = FormDraft(workplace, f"key:{receiver.id}", self.form, self.offer, self)
        self._draft.seek()
        self.digits.setFocus()

    @Slot()
    def _confirm(self) -> None:
        self.refusal.say("")
        words = translate("ConfirmKey", "It takes thirty digits; there are {count}.")
        short = {name: edit for name, edit in self._asked.items() if not edit.whole}
        self.form.point_out({name: words.format(count=len(edit.value())) for name, edit in short.items()})
        if short:
            return
        work = partial(
            self._workplace.desk.receivers.confirm,
            self._receiver.id,
            "".join(edit.value() for edit in self._asked.values()),
            self.confirmed_with.value(),
        )
        self._workplace.jobs.run(work, self._confirmed, self._refused)

    @Slot(object)
    def _confirmed(self, _receiver: ReceiverView) -> None:
        self._draft.drop()
        self._workplace.act_done.emit()
        self.accept()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        wrong = "annex_digits" if self.digits.value() == self._receiver.fingerprint else "digits"
        if not point_out(self.form, error, {FingerprintDiffers: wrong}):
            self.refusal.say(sentence(error))


def key_in(path: Path) -> str:
    """Return the first key that stands in a file, empty if there is none that can be read."""
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(LARGEST_FILE)
    except (OSError, UnicodeDecodeError):
        return ""
    found = RECIPIENT.search(text.lower())
    return "" if found is None else found.group()


def key_figures(receiver: ReceiverView) -> list[tuple[str, str]]:
    """Return the digits of a receiver's key, and those of its key for the identities where that is another one."""
    found = [(translate("EnterReceiver", "Digits of its key"), grouped(receiver.fingerprint))]
    if receiver.annex_fingerprint != receiver.fingerprint:
        annex = translate("EnterReceiver", "Digits of its key for the identities")
        found.append((annex, grouped(receiver.annex_fingerprint)))
    return found
