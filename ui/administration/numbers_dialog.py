"""Other telephones for danger on the lock page."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from justice_desk.communities.card import DangerCard
from justice_desk.foundations.errors import DeskError
from ui.first_run.numbers import NumbersForm
from ui.i18n import translate
from ui.sentences import sentence
from ui.shortcuts import Key, bind
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.dialogs import Sheet
from ui.widgets.notices import Banner
from ui.widgets.text import Role, Text
from ui.workplace import Workplace


class ChangeNumbers(Sheet):
    """Asks for both telephones, and that both were called again."""

    def __init__(self, workplace: Workplace, card: DangerCard | None, parent: QWidget) -> None:
        super().__init__(translate("Settings", "Telephones for danger"), parent)
        self._workplace = workplace
        words = translate("DangerStep", "The lock page shows them to everybody. Call both before you go on.")
        self.body.add(Text(words, Role.MUTED))
        self.refusal = self.body.add(Banner("", Tone.DANGER))
        self.refusal.hide()
        self.form = self.body.add(NumbersForm())
        for place, number in enumerate(() if card is None else card.numbers[:2]):
            self.form.labels[place].setText(number.label)
            self.form.numbers[place].setText(number.number)
        self.back = self.answer(Button(translate("Settings", "Go back"), Kind.SECONDARY))
        self.save = self.answer(
            Button(translate("Settings", "Put them on the lock page"), Kind.PRIMARY, "check", Key.SAVE)
        )
        self.back.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        bind(self, Key.SAVE, self._save)
        self.form.labels[0].setFocus()

    @Slot()
    def _save(self) -> None:
        self.refusal.say("")
        if self.form.check() and self.save.isEnabled():
            self.save.setEnabled(False)
            change = partial(self._workplace.desk.communities.change_numbers, self.form.telephones())
            self._workplace.jobs.run(change, self._saved, self._refuse)

    @Slot(object)
    def _saved(self, _card: DangerCard) -> None:
        self._workplace.act_done.emit()
        self.accept()

    @Slot(object)
    def _refuse(self, error: DeskError) -> None:
        self.save.setEnabled(True)
        self.refusal.say(sentence(error))
