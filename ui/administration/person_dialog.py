"""Adding somebody to the desk: name, roles, a passphrase that they type themselves, cases that are not for them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from justice_desk.accounts.rules import NameMissing, NameTaken, PassphraseWeak, Role, RolesMissing
from justice_desk.accounts.views import PersonView
from justice_desk.cases.views import CaseLine
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId
from ui.cases.words import short_number
from ui.first_run.passphrase import PassphraseForm
from ui.first_run.steps import role_choices
from ui.i18n import translate
from ui.sentences import sentence
from ui.shortcuts import Key, bind
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import CheckList, Choice
from ui.widgets.dialogs import Sheet
from ui.widgets.fields import Form, TextField
from ui.widgets.form_draft import DraftOffer, FormDraft
from ui.widgets.notices import Banner, Callout
from ui.widgets.refusals import point_out
from ui.workplace import Workplace

MOST_CASES = 30
"""No more cases than this are offered: from older ones a person is kept out in the case itself."""


class AddPerson(Sheet):
    """Asks for the person. The passphrase is never kept as a draft."""

    def __init__(self, workplace: Workplace, cases: Sequence[CaseLine], parent: QWidget) -> None:
        super().__init__(translate("AddPerson", "A new person"), parent)
        self._workplace = workplace
        body = self.body
        self.refusal = body.add(Banner("", Tone.DANGER))
        self.refusal.hide()
        words = translate(
            "AddPerson", "The person should be here: they alone type their passphrase, and copy it on paper."
        )
        body.add(Callout(words, Tone.ACTIVE))
        self.offer = body.add(DraftOffer())
        self.form = body.add(Form())
        self.name = self.form.ask("name", translate("AddPerson", "Name"), TextField())
        self.roles = self.form.ask(
            "roles",
            translate("AddPerson", "What they are at this desk"),
            CheckList(role_choices()),
            translate("AddPerson", "Tick all that apply."),
        )
        choices = [Choice(case.id, f"{short_number(case.number)} · {case.title}") for case in cases[:MOST_CASES]]
        self.excluded = CheckList(choices)
        if choices:
            self.form.ask(
                "excluded",
                translate("AddPerson", "Cases that concern them or a relative"),
                self.excluded,
                translate("AddPerson", "They get no key to these: the cases do not exist for them."),
                needed=False,
            )
        self.secret = body.add(PassphraseForm(workplace.jobs))
        self.name.textChanged.connect(self._know)
        self.back = self.answer(Button(translate("AddPerson", "Go back"), Kind.SECONDARY))
        self.save = self.answer(Button(translate("AddPerson", "Add the person"), Kind.PRIMARY, "check", Key.SAVE))
        self.back.clicked.connect(self.reject)
        self.save.clicked.connect(self._add)
        bind(self, Key.SAVE, self._add)
        self._draft = FormDraft(workplace, "person", self.form, self.offer, self)
        self._draft.seek()
        self.name.setFocus()

    @Slot()
    def _know(self) -> None:
        self.secret.know((self.name.value(),))

    @Slot()
    def _add(self) -> None:
        self.refusal.say("")
        self.form.point_out({})
        faults = self.secret.faults()
        self.secret.point_out(faults)
        if faults or not self.save.isEnabled():
            return
        self.save.setEnabled(False)
        roles = frozenset(Role(value) for value in self.roles.values())
        excluded = [CaseId(case) for case in self.excluded.values()]
        add = partial(self._workplace.desk.accounts.add_person, self.name.value(), roles)
        work = partial(add, self.secret.passphrase.value(), excluded)
        self._workplace.jobs.run(work, self._added, self._refused)

    @Slot(object)
    def _added(self, _person: PersonView) -> None:
        self.secret.passphrase.clear()
        self.secret.repeated.clear()
        self._draft.drop()
        self._workplace.act_done.emit()
        self.accept()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        self.save.setEnabled(True)
        about = {NameMissing: "name", NameTaken: "name", RolesMissing: "roles"}
        if isinstance(error, PassphraseWeak):
            self.secret.point_out({"passphrase": sentence(error)})
        elif not point_out(self.form, error, about):
            self.refusal.say(sentence(error))
