"""Removing somebody from the desk: what is taken away, what is not, and that it is meant."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from justice_desk.accounts.views import PersonView
from justice_desk.foundations.errors import DeskError
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.dialogs import Dialog
from ui.widgets.notices import Banner, Callout
from ui.widgets.text import Text
from ui.workplace import Workplace


class RemovePerson(Dialog):
    """Asks once, and says plainly what no program takes back."""

    def __init__(self, workplace: Workplace, person: PersonView, parent: QWidget) -> None:
        super().__init__(translate("RemovePerson", "Remove {name}?").format(name=person.name), parent)
        self._workplace, self._person = workplace, person
        self.refusal = Banner("", Tone.DANGER)
        self.refusal.hide()
        self.column.addWidget(self.refusal)
        self.column.addWidget(
            Text(
                translate(
                    "RemovePerson",
                    "The person cannot open the desk any more. Every case that they could read, the office and the "
                    "store get new keys, which they do not have. What they did stays in the journal under their name.",
                )
            )
        )
        self.column.addWidget(
            Callout(
                translate(
                    "RemovePerson",
                    "What they read, printed or copied before, backups too, they can go on reading. Ask for papers, "
                    "drives and sheets back.",
                ),
                Tone.WARNING,
            )
        )
        self.column.addWidget(
            Text(
                translate(
                    "RemovePerson",
                    "If they sealed packets, the office signs with a new key from now on: tell the prosecutor's office "
                    "its new figures.",
                )
            )
        )
        self.back = self.answer(Button(translate("RemovePerson", "Go back"), Kind.SECONDARY))
        self.yes = self.answer(Button(translate("RemovePerson", "Remove the person"), Kind.DANGER))
        self.back.clicked.connect(self.reject)
        self.yes.clicked.connect(self._remove)
        self.back.setFocus()

    @Slot()
    def _remove(self) -> None:
        self.refusal.say("")
        self.yes.setEnabled(False)
        self.yes.rename(translate("RemovePerson", "Changing the keys…"))
        work = partial(self._workplace.desk.accounts.remove_person, self._person.id)
        self._workplace.jobs.run(work, self._removed, self._refuse)

    @Slot(object)
    def _removed(self, _nothing: None) -> None:
        self._workplace.act_done.emit()
        self.accept()

    @Slot(object)
    def _refuse(self, error: DeskError) -> None:
        self.yes.setEnabled(True)
        self.yes.rename(translate("RemovePerson", "Remove the person"))
        self.refusal.say(sentence(error))
