"""Who can read a case: everyone of the desk with what their keys open, taking somebody off it, admitting somebody."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from justice_desk.accounts.rules import Role as DeskRole
from justice_desk.accounts.rules import UseCase
from justice_desk.cases.views import CaseReader
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId
from justice_desk.vault.rules import Scope
from ui.first_run.steps import role_choices
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import State, Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.dialogs import Confirmation, Sheet
from ui.widgets.entry import Entry, EntryList
from ui.widgets.notices import Banner
from ui.widgets.text import Role, Text
from ui.workplace import Workplace


class ReadersDialog(Sheet):
    """Shows them, and asks once more before a key is taken away or given."""

    def __init__(self, workplace: Workplace, case: CaseId, may: frozenset[UseCase], parent: QWidget) -> None:
        super().__init__(translate("Readers", "Who can read this case"), parent)
        self._workplace, self._case, self._may = workplace, case, may
        words = translate(
            "Readers",
            "Whoever is part of a case, or related to somebody who is, neither decides nor reads it: without a key the "
            "case does not exist for them. What somebody read or copied before, they keep.",
        )
        self.body.add(Text(words, Role.MUTED))
        self.refusal = self.body.add(Banner("", Tone.DANGER))
        self.refusal.hide()
        self.list = self.body.add(EntryList())
        self.buttons: dict[str, Button] = {}
        self.close_it = self.answer(Button(translate("Readers", "Close"), Kind.PRIMARY))
        self.close_it.clicked.connect(self.accept)
        self.close_it.setFocus()
        self._read()

    def _read(self) -> None:
        read = partial(self._workplace.desk.readers.readers, self._case)
        self._workplace.jobs.run_read(read, self._show, self._refuse)

    @Slot(object)
    def _show(self, readers: Sequence[CaseReader]) -> None:
        self.buttons.clear()
        self.list.show_entries([self._entry(reader) for reader in readers])

    @Slot(object)
    def _refuse(self, error: DeskError) -> None:
        self.refusal.say(sentence(error))

    def _entry(self, reader: CaseReader) -> Entry:
        words = {choice.value: choice.words for choice in role_choices()}
        roles = ", ".join(words[role] for role in DeskRole if role in reader.roles)
        name = reader.name
        if reader.me:
            name = translate("Readers", "{name} (who is working now)").format(name=name)
        before = ""
        if reader.taken_off and not reader.opens:
            before = translate("Readers", "Was taken off this case.")
        return Entry(name, (roles, before), reading_state(reader), self._button(reader))

    def _button(self, reader: CaseReader) -> tuple[Button, ...]:
        if reader.opens and UseCase.EXCLUDE_PERSON in self._may:
            button = Button(translate("Readers", "Take the key away"), Kind.QUIET, "key")
            button.clicked.connect(partial(self._ask_to_exclude, reader))
        elif not reader.opens and UseCase.ADMIT_PERSON in self._may:
            button = Button(translate("Readers", "Give the key"), Kind.QUIET, "key")
            button.clicked.connect(partial(self._ask_to_admit, reader))
        else:
            return ()
        button.setAccessibleDescription(reader.name)
        self.buttons[reader.person] = button
        return (button,)

    def _ask_to_exclude(self, reader: CaseReader) -> None:
        words = translate("Readers", "The person loses the case at once, with all its papers and unfinished texts.")
        if reader.me:
            words = translate("Readers", "You lose the case at once, with all its papers and your unfinished texts.")
        self._ask(
            translate("Readers", "Take the key of {name} away?").format(name=reader.name),
            words,
            translate("Readers", "Take it away"),
            partial(self._workplace.desk.readers.exclude, self._case, reader.person),
        )

    def _ask_to_admit(self, reader: CaseReader) -> None:
        words = translate(
            "Readers",
            "Make sure that the person is not part of the case, nor related to somebody who is. The journal says who "
            "gave the key.",
        )
        self._ask(
            translate("Readers", "Give {name} the key of this case?").format(name=reader.name),
            words,
            translate("Readers", "Give it"),
            partial(self._workplace.desk.readers.admit, self._case, reader.person),
        )

    def _ask(self, question: str, consequence: str, verb: str, work: Callable[[], None]) -> None:
        asked = Confirmation(question, consequence, verb, self, danger=True)
        asked.confirmed.connect(partial(self._do, work))
        asked.open()

    def _do(self, work: Callable[[], None]) -> None:
        self.refusal.say("")
        self._workplace.jobs.run(work, self._done, self._refuse)

    @Slot(object)
    def _done(self, _nothing: None) -> None:
        self._workplace.act_done.emit()
        self._read()


def reading_state(reader: CaseReader) -> State:
    """Return what somebody's keys open, in a word."""
    if Scope.IDENTITY in reader.opens:
        return State(translate("Readers", "Reads everything"), Tone.ACTIVE)
    if reader.opens:
        return State(translate("Readers", "Reads the summary"), Tone.ACTIVE)
    return State(translate("Readers", "No key"), Tone.QUIET)
