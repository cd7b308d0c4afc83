"""A second person for what belongs to two: with their own passphrase at the desk, or by what they signed on paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.accounts.rules import SamePerson
from justice_desk.communities.rules import Term
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import TermId
from justice_desk.vault.errors import SignInDelayed, SignInRefused
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import Choice, ChoiceList
from ui.widgets.dialogs import Sheet
from ui.widgets.fields import Form, SecretField, TextField
from ui.widgets.notices import Banner
from ui.widgets.refusals import point_out
from ui.widgets.status import StatusLine
from ui.widgets.text import Role, Text
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk

HERE, PAPER = "here", "paper"


@dataclass(frozen=True)
class Joined:
    """The desk with a second person, and what the status line says of it."""

    desk: "Desk"
    words: str


class SecondPerson(Sheet):
    """Asks who it is. They share every act that belongs to two until somebody ends it, or the desk locks."""

    def __init__(self, workplace: Workplace, terms: Sequence[Term], parent: QWidget) -> None:
        super().__init__(translate("SecondPerson", "A second person"), parent)
        self._workplace = workplace
        self._holders = {str(term.id): f"{term.holder} · {term.office}" for term in terms if term.person is None}
        words = translate(
            "SecondPerson",
            "Some acts belong to two: sealing a handoff, adding or removing somebody. Alone they are possible too, and "
            "flagged. The second person takes part until the button is pressed again or the desk locks.",
        )
        self.body.add(Text(words, Role.MUTED))
        self.refusal = self.body.add(Banner("", Tone.DANGER))
        self.refusal.hide()
        self.form = self.body.add(Form())
        ways = [
            Choice(
                HERE,
                translate("SecondPerson", "They are here"),
                translate("SecondPerson", "They type their own passphrase."),
            ),
            Choice(
                PAPER,
                translate("SecondPerson", "They signed on paper"),
                translate("SecondPerson", "An authority without an account. The journal says where the paper is kept."),
            ),
        ]
        self.way = self.form.ask("way", translate("SecondPerson", "How do they take part?"), ChoiceList(ways))
        self.way.choose(HERE)
        self.way.chosen.connect(self._choose)
        self.name = self.form.ask("name", translate("SecondPerson", "Their name"), TextField())
        self.passphrase = self.form.ask("passphrase", translate("SecondPerson", "Their passphrase"), SecretField())
        holders = [Choice(term, words) for term, words in self._holders.items()]
        self.holder = self.form.ask("holder", translate("SecondPerson", "Who signed"), ChoiceList(holders))
        self.folio = self.form.ask(
            "folio",
            translate("SecondPerson", "Where the paper is kept"),
            TextField(),
            translate("SecondPerson", "For example: book 2, folio 14."),
        )
        self.back = self.answer(Button(translate("SecondPerson", "Go back"), Kind.SECONDARY))
        self.join = self.answer(Button(translate("SecondPerson", "Take part"), Kind.PRIMARY, "check"))
        self.back.clicked.connect(self.reject)
        self.join.clicked.connect(self._join)
        self.passphrase.submitted.connect(self._join)
        self._choose(HERE)
        self.name.setFocus()

    @Slot(str)
    def _choose(self, way: str) -> None:
        for name in ("name", "passphrase"):
            self.form.fields[name].setVisible(way == HERE)
        for name in ("holder", "folio"):
            self.form.fields[name].setVisible(way == PAPER)

    @Slot()
    def _join(self) -> None:
        self.refusal.say("")
        needed = translate("SecondPerson", "This is needed.")
        given = (
            {"name": self.name.value(), "passphrase": self.passphrase.value()}
            if self.way.value() == HERE
            else {"holder": self.holder.value() or "", "folio": self.folio.value()}
        )
        faults = {name: needed for name, value in given.items() if not value}
        self.form.point_out(faults)
        if faults or not self.join.isEnabled():
            return
        self.join.setEnabled(False)
        self._workplace.jobs.run(self._work(), self._joined, self._refuse)

    def _work(self) -> Callable[[], Joined]:
        desk = self._workplace.desk
        if self.way.value() == HERE:
            return partial(_with_second, desk, self.name.value(), self.passphrase.value())
        holder = self.holder.value() or ""
        words = translate("SecondPerson", "Signed on paper: {who}, {folio}")
        told = words.format(who=self._holders[holder], folio=self.folio.value())
        return partial(_with_paper, desk, TermId(holder), self.folio.value(), told)

    @Slot(object)
    def _joined(self, joined: Joined) -> None:
        self.passphrase.clear()
        self._workplace.take_desk(joined.desk, joined.words)
        self.accept()

    @Slot(object)
    def _refuse(self, error: DeskError) -> None:
        self.join.setEnabled(True)
        about = {SignInRefused: "passphrase", SignInDelayed: "passphrase", SamePerson: "name"}
        if not point_out(self.form, error, about):
            self.refusal.say(sentence(error))


class Company(QObject):
    """The button of the top bar: a second person comes, or goes; the status line says who it is."""

    def __init__(self, over: QWidget, workplace: Workplace, button: Button, status: StatusLine) -> None:
        super().__init__(over)
        self._over, self._workplace, self._button, self._status = over, workplace, button, status
        self._accompanied = False
        button.clicked.connect(self._change)
        workplace.desk_taken.connect(self._note)

    @Slot()
    def _change(self) -> None:
        work = self._workplace
        if self._accompanied:
            work.jobs.run(work.desk.alone, self._part)
        else:
            work.jobs.run_read(work.desk.communities.in_office, self._ask)

    @Slot(object)
    def _ask(self, terms: tuple[Term, ...]) -> None:
        SecondPerson(self._workplace, terms, self._over).open()

    @Slot(object)
    def _part(self, desk: "Desk") -> None:
        self._workplace.take_desk(desk, "")

    @Slot(object, str)
    def _note(self, _desk: "Desk", words: str) -> None:
        self._accompanied = bool(words)
        end = translate("SecondPerson", "End the second person")
        self._button.rename(end if self._accompanied else translate("SecondPerson", "Second person"))
        self._status.remark("second", words)


def _with_second(desk: "Desk", name: str, passphrase: str) -> Joined:
    joined = desk.joined(name, passphrase)
    second = joined.persons.second
    words = translate("SecondPerson", "Second person: {name}")
    return Joined(joined, words.format(name="" if second is None else second.name))


def _with_paper(desk: "Desk", term: TermId, folio: str, words: str) -> Joined:
    return Joined(desk.signed_on_paper(term, folio), words)
