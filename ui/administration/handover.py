"""Handing the desk over when the authorities change: what is there, who comes, who goes, and that it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from justice_desk.accounts.rules import UseCase, permitted
from justice_desk.accounts.views import PersonView
from justice_desk.cases.rules import CaseState
from justice_desk.cases.views import CaseLine
from justice_desk.communities.rules import Absence, Handover, HandoverParts, Inventory, Term
from justice_desk.foundations.errors import DeskError
from justice_desk.handoffs.rules import ON_ITS_WAY
from justice_desk.vault.rules import Paper
from ui.administration.new_paper import NewPaperDialog
from ui.administration.person_dialog import AddPerson
from ui.administration.removing import RemovePerson
from ui.administration.term_dialog import EnterTerm
from ui.i18n import translate
from ui.moments import day_text
from ui.sentences import sentence
from ui.widgets.badge import State, Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import Choice, ChoiceList
from ui.widgets.dialogs import Confirmation
from ui.widgets.entry import Entry, EntryList
from ui.widgets.fields import Form
from ui.widgets.notices import Banner, Callout
from ui.widgets.page import GAP, Body, Part
from ui.widgets.text import Role, Text
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk

TOP = 16
OVER = frozenset({CaseState.CLOSED, CaseState.ARCHIVED})


@dataclass(frozen=True)
class Ground:
    """What the guide shows: the inventory, the people, who holds which office, what was done (None: not begun)."""

    inventory: Inventory
    people: tuple[PersonView, ...]
    me: PersonView
    terms: tuple[Term, ...]
    titles: tuple[str, ...]
    cases: tuple[CaseLine, ...]
    parts: HandoverParts | None
    paper: Paper


class HandoverSection(Body):
    """Shows five parts, one below the other, in the order in which they are done.

    Signals:
        begin_requested, finish_requested, give_up_requested: The handover as a whole.
        add_requested, term_requested, paper_requested: A part of it.
        end_requested, remove_requested: The `Term` that should end, the `PersonView` who goes.
    """

    begin_requested = Signal()
    finish_requested = Signal()
    give_up_requested = Signal()
    add_requested = Signal()
    term_requested = Signal()
    paper_requested = Signal()
    end_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.parts.setContentsMargins(0, TOP, 0, 0)
        words = translate(
            "Handover",
            "When the authorities change, the desk is handed over in one act: what is there, who comes, who goes. It "
            "may take several days; each part counts as soon as it is done.",
        )
        self.add(Text(words, Role.MUTED))
        self.refusal = self.add(Banner("", Tone.DANGER))
        self.refusal.hide()
        self.section(translate("Handover", "1. What is there"))
        self.inventory = self.add(EntryList())
        self.start = self.add(Button(translate("Handover", "Begin the handover"), Kind.PRIMARY))
        self.start.clicked.connect(self.begin_requested)
        self.under_way = self.add(_Steps(self))
        self.under_way.hide()
        self.only_authority = self.add(Text(translate("Handover", "An authority hands the desk over."), Role.MUTED))
        self.may = permitted(UseCase.HAND_OVER_DESK, workplace.roles, own=True)
        self.only_authority.setHidden(self.may)
        self._presenter = HandoverPresenter(self, workplace)

    def entering(self) -> None:
        """Read anew."""
        self._presenter.read()

    def show_ground(self, ground: Ground) -> None:
        """Show how things stand."""
        self.inventory.show_entries([Entry(title, (number,)) for title, number in counted(ground)])
        begun = ground.parts is not None
        self.start.setVisible(self.may and not begun)
        self.under_way.setVisible(self.may and begun)
        if ground.parts is not None:
            self.under_way.show_ground(ground, ground.parts)


class _Steps(QWidget):
    """The parts that follow once it was begun."""

    def __init__(self, over: HandoverSection) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._over = over
        self._section(
            translate("Handover", "2. Who comes"),
            translate("Handover", "An account for each, and the office they hold."),
        )
        self.came = self._add(Text("", Role.MUTED))
        self.new = self._add(Button(translate("People", "Add a person"), Kind.SECONDARY, "add"))
        self.term = self._add(Button(translate("Terms", "Write down a term of office"), Kind.SECONDARY, "add"))
        self._section(translate("Handover", "3. Whose office ends"))
        self.terms = self._add(EntryList())
        self._section(
            translate("Handover", "4. Who goes"),
            translate("Handover", "Whoever stays with another office is not removed."),
        )
        self.people = self._add(EntryList())
        self._section(
            translate("Handover", "5. The new sheet and the end"),
            translate("Handover", "Who kept the recovery sheet may go too: make a new one."),
        )
        self.sheet = self._add(Callout("", Tone.WARNING))
        self.paper = self._add(Button(translate("Keys", "Make a new recovery sheet"), Kind.SECONDARY, "print"))
        self.form = self._add(Form())
        self.absence = self.form.ask(
            "absence", translate("Handover", "Are those who hand over here?"), ChoiceList(absence_choices())
        )
        self.finish = self._add(Button(translate("Handover", "The desk is handed over"), Kind.PRIMARY, "check"))
        self.give_up = self._add(Button(translate("Handover", "Give the handover up"), Kind.QUIET))
        self.buttons: dict[str, Button] = {}
        for button, signal in (
            (self.new, over.add_requested),
            (self.term, over.term_requested),
            (self.paper, over.paper_requested),
            (self.finish, over.finish_requested),
            (self.give_up, over.give_up_requested),
        ):
            button.clicked.connect(signal)

    def _add(self, part: Part) -> Part:
        self._column.addWidget(part)
        return part

    def _section(self, title: str, words: str = "") -> None:
        self._column.addSpacing(GAP // 2)
        self._add(Text(title, Role.SECTION))
        if words:
            self._add(Text(words, Role.MUTED))

    def show_ground(self, ground: Ground, parts: HandoverParts) -> None:
        """Show what was done and what can still be done."""
        words = translate("Handover", "So far: {came} came, {begun} offices begun, {ended} ended, {left} went.")
        self.came.setText(
            words.format(came=len(parts.came), begun=len(parts.begun), ended=len(parts.ended), left=len(parts.left))
        )
        self.buttons.clear()
        self.terms.show_entries([self._term(term) for term in ground.terms])
        self.people.show_entries([self._person(person, ground) for person in ground.people])
        done = translate("Handover", "A new sheet was made in this handover.")
        still = translate("Handover", "The sheet is the one there was before this handover.")
        self.sheet.text.setText(done if parts.new_sheet else still)
        self.sheet.text.show()

    def _term(self, term: Term) -> Entry:
        button = Button(translate("Handover", "It ends today"), Kind.QUIET, "calendar")
        button.setAccessibleDescription(f"{term.office}, {term.holder}")
        button.clicked.connect(partial(self._over.end_requested.emit, term))
        self.buttons[term.id] = button
        since = translate("Handover", "since {day}").format(day=day_text(term.starts))
        return Entry(f"{term.office} · {term.holder}", (since,), None, (button,))

    def _person(self, person: PersonView, ground: Ground) -> Entry:
        if person.id == ground.me.id:
            return Entry(person.name, (), State(translate("Handover", "Is working now"), Tone.ACTIVE))
        button = Button(translate("Handover", "Goes"), Kind.QUIET, "remove")
        button.setAccessibleDescription(person.name)
        button.clicked.connect(partial(self._over.remove_requested.emit, person))
        self.buttons[person.id] = button
        return Entry(person.name, (), None, (button,))


class HandoverPresenter(QObject):
    """Reads how things stand, and opens the questions of each part."""

    def __init__(self, panel: HandoverSection, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        self._ground: Ground | None = None
        panel.begin_requested.connect(self._begin)
        panel.finish_requested.connect(self._ask)
        panel.give_up_requested.connect(self._give_up)
        panel.add_requested.connect(self._add)
        panel.term_requested.connect(self._enter_term)
        panel.paper_requested.connect(self._renew)
        panel.end_requested.connect(self._end_term)
        panel.remove_requested.connect(self._remove)
        workplace.act_done.connect(self.read)

    @Slot()
    def read(self) -> None:
        """Read how things stand."""
        may = self._panel.may
        self._workplace.jobs.run_read(partial(read_ground, self._workplace.desk, may=may), self._show)

    @Slot(object)
    def _show(self, ground: Ground) -> None:
        self._ground = ground
        self._panel.show_ground(ground)

    @Slot()
    def _begin(self) -> None:
        self._workplace.jobs.run(self._workplace.desk.handover.begin, self._changed, self._refuse)

    @Slot()
    def _give_up(self) -> None:
        self._workplace.jobs.run(self._workplace.desk.handover.give_up, self._changed, self._refuse)

    @Slot(object)
    def _changed(self, _nothing: object) -> None:
        self.read()

    @Slot()
    def _add(self) -> None:
        if self._ground is not None:
            AddPerson(self._workplace, self._ground.cases, self._panel).open()

    @Slot()
    def _enter_term(self) -> None:
        if self._ground is not None:
            EnterTerm(self._workplace, self._ground.titles, self._ground.people, self._panel).open()

    @Slot()
    def _renew(self) -> None:
        if self._ground is not None:
            NewPaperDialog(self._workplace, self._ground.paper, self._panel).open()

    @Slot(object)
    def _remove(self, person: PersonView) -> None:
        RemovePerson(self._workplace, person, self._panel).open()

    @Slot(object)
    def _end_term(self, term: Term) -> None:
        today: date = self._workplace.clock().astimezone(self._workplace.zone).date()
        work = partial(self._workplace.desk.communities.end_term, term.id, today)
        self._workplace.jobs.run(work, self._done, self._refuse)

    @Slot()
    def _ask(self) -> None:
        steps = self._panel.under_way
        chosen = steps.absence.value()
        needed = translate("Handover", "Choose one: it is written down.")
        steps.form.point_out({} if chosen else {"absence": needed})
        if chosen is None:
            return
        question = Confirmation(
            translate("Handover", "Is everything handed over?"),
            translate("Handover", "It is written into the journal with what was there, who came and who went."),
            translate("Handover", "Write it down"),
            self._panel,
        )
        question.confirmed.connect(self._finish)
        question.open()

    @Slot()
    def _finish(self) -> None:
        if self._ground is not None:
            handover = Handover(self._ground.inventory, Absence(self._panel.under_way.absence.value() or ""))
            work = partial(self._workplace.desk.handover.finish, handover)
            self._workplace.jobs.run(work, self._done, self._refuse)

    @Slot(object)
    def _done(self, _what: object) -> None:
        self._panel.refusal.say("")
        self._workplace.act_done.emit()

    @Slot(object)
    def _refuse(self, error: DeskError) -> None:
        self._panel.refusal.say(sentence(error))


def read_ground(desk: "Desk", *, may: bool) -> Ground:
    """Return how things stand. In a worker."""
    cases = tuple(case for case in desk.cases.cases() if case.state not in OVER)
    people = tuple(desk.accounts.persons())
    handoffs = [handoff for handoff in desk.handoffs.all() if handoff.stage in ON_ITS_WAY]
    return Ground(
        inventory=Inventory(len(cases), len(desk.cases.deadlines()), len(handoffs), len(people)),
        people=people,
        me=desk.accounts.me(),
        terms=desk.communities.in_office(),
        titles=desk.communities.profile().titles,
        cases=cases,
        parts=desk.handover.standing() if may else None,
        paper=desk.keys.standing().paper,
    )


def counted(ground: Ground) -> Sequence[tuple[str, str]]:
    """Return the inventory in words."""
    held = ground.inventory
    return (
        (translate("Handover", "Open cases"), str(held.open_cases)),
        (translate("Handover", "Deadlines that run"), str(held.running_deadlines)),
        (translate("Handover", "Handoffs without a receipt"), str(held.handoffs_without_receipt)),
        (translate("Handover", "People with an account"), str(held.people)),
        (translate("Handover", "Offices held today"), str(len(ground.terms))),
    )


def absence_choices() -> tuple[Choice, ...]:
    """Return whether those who hand over are there, in words."""
    return (
        Choice(Absence.NOBODY, translate("Handover", "Yes, they are here")),
        Choice(Absence.BY_ANOTHER, translate("Handover", "No: another authority does it")),
        Choice(Absence.BY_RECOVERY, translate("Handover", "No: the desk was opened with the recovery sheet")),
    )
