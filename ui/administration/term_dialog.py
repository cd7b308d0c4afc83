"""Writing down a term of office: which office, who holds it, from when, until when."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCompleter, QWidget

from justice_desk.accounts.views import PersonView
from justice_desk.communities.rules import NewTerm, Term, TermUnordered
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.fields import folded
from ui.i18n import translate
from ui.sentences import sentence
from ui.shortcuts import Key, bind
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.dialogs import Sheet
from ui.widgets.fields import Form, TextField
from ui.widgets.form_draft import DraftOffer, FormDraft
from ui.widgets.moment import DayField
from ui.widgets.notices import Banner
from ui.widgets.page import SideBySide
from ui.widgets.refusals import point_out
from ui.workplace import Workplace


class EnterTerm(Sheet):
    """Asks for the term. A holder who has an account under the same name is linked to it."""

    def __init__(
        self, workplace: Workplace, titles: Sequence[str], persons: Sequence[PersonView], parent: QWidget
    ) -> None:
        super().__init__(translate("EnterTerm", "A term of office"), parent)
        self._workplace = workplace
        self._accounts = {folded(person.name): person.id for person in persons}
        body = self.body
        self.refusal = body.add(Banner("", Tone.DANGER))
        self.refusal.hide()
        self.offer = body.add(DraftOffer())
        self.form = body.add(Form())
        hint = translate("EnterTerm", "Begin to write, and the usual titles appear. You may write another one.")
        self.office = self.form.ask("office", translate("EnterTerm", "Office"), TextField(), hint)
        suggest(self.office, titles)
        self.holder = self.form.ask(
            "holder",
            translate("EnterTerm", "Who holds it?"),
            TextField(),
            translate("EnterTerm", "For a post that two hold together, write down two terms."),
        )
        suggest(self.holder, [person.name for person in persons])
        self.starts, self.ends = (DayField(workplace.clock, workplace.zone) for _ in range(2))
        self.form.place(
            SideBySide(
                self.form.field("starts", translate("EnterTerm", "From"), self.starts),
                self.form.field("ends", translate("EnterTerm", "To"), self.ends, needed=False),
                narrowest=200,
            )
        )
        self.back = self.answer(Button(translate("EnterTerm", "Go back"), Kind.SECONDARY))
        self.save = self.answer(Button(translate("EnterTerm", "Write it down"), Kind.PRIMARY, "check", Key.SAVE))
        self.back.clicked.connect(self.reject)
        self.save.clicked.connect(self._enter)
        bind(self, Key.SAVE, self._enter)
        self._draft = FormDraft(workplace, "term", self.form, self.offer, self)
        self._draft.seek()
        self.office.setFocus()

    @Slot()
    def _enter(self) -> None:
        self.refusal.say("")
        starts, ends = self.starts.value(), self.ends.value()
        words = translate("EnterTerm", "Write it like this: 31/12/2026")
        faults = {}
        if starts is None:
            faults["starts"] = words
        if ends is None and not self.ends.blank:
            faults["ends"] = words
        self.form.point_out(faults)
        if starts is None or faults:
            return
        holder = self.holder.value()
        term = NewTerm(self.office.value(), holder, starts, ends, self._accounts.get(folded(holder)))
        self._workplace.jobs.run(
            partial(self._workplace.desk.communities.enter_term, term), self._entered, self._refused
        )

    @Slot(object)
    def _entered(self, _term: Term) -> None:
        self._draft.drop()
        self._workplace.act_done.emit()
        self.accept()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        if not point_out(self.form, error, {TermUnordered: "ends"}):
            self.refusal.say(sentence(error))


def suggest(edit: TextField, words: Sequence[str]) -> None:
    """Offer words while somebody types; another one may be written."""
    completer = QCompleter(list(words), edit)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    edit.setCompleter(completer)
