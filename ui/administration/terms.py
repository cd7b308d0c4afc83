"""Terms of office: who holds which office today, who held it before, and writing down another term."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.accounts.rules import UseCase, permitted
from justice_desk.accounts.views import PersonView
from justice_desk.communities.rules import Term
from ui.administration.term_dialog import EnterTerm
from ui.i18n import translate
from ui.moments import day_text
from ui.widgets.badge import State, Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.page import Body
from ui.widgets.table import Column, Table, ViewsModel
from ui.widgets.text import Role, Text
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk

TOP = 16


@dataclass(frozen=True)
class Offices:
    """The terms, the accounts of the desk, and the titles that are usual in the country."""

    terms: tuple[Term, ...]
    persons: tuple[PersonView, ...]
    titles: tuple[str, ...]


class TermsSection(Body):
    """Shows the terms.

    Signals:
        enter_requested: Another term should be written down.
    """

    enter_requested = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(wide=True, parent=parent)
        self.parts.setContentsMargins(0, TOP, 0, 0)
        words = translate(
            "Terms",
            "Who holds an office today, and who held it before. Two may hold one post. What is written stays true for "
            "the papers of its time.",
        )
        self.add(Text(words, Role.MUTED))
        self._today = workplace.clock().astimezone(workplace.zone).date()
        self.model = ViewsModel(columns(self._today), self)
        self.table = self.add(Table(self.model, translate("Terms", "Terms of office")), stretch=1)
        self.new = self.add(Button(translate("Terms", "Write down a term of office"), Kind.PRIMARY, "add"))
        self.new.clicked.connect(self.enter_requested)
        self.new.setEnabled(permitted(UseCase.ENTER_TERM, workplace.roles, own=True))
        self._presenter = TermsPresenter(self, workplace)

    def entering(self) -> None:
        """Read anew."""
        self._presenter.read()

    def show_terms(self, terms: Sequence[Term]) -> None:
        """Show terms: those that run first, then the others, the newest first."""
        ordered = sorted(
            terms, key=lambda term: (standing(term, self._today) is not Tone.GOOD, -term.starts.toordinal())
        )
        self.model.show_views(ordered)


class TermsPresenter(QObject):
    """Reads the terms, and opens the questions for another."""

    def __init__(self, panel: TermsSection, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        self._offices: Offices | None = None
        panel.enter_requested.connect(self._enter)
        workplace.act_done.connect(self.read)

    @Slot()
    def read(self) -> None:
        """Read the terms anew."""
        self._workplace.jobs.run_read(partial(read_offices, self._workplace.desk), self._show)

    @Slot(object)
    def _show(self, offices: Offices) -> None:
        self._offices = offices
        self._panel.show_terms(offices.terms)

    @Slot()
    def _enter(self) -> None:
        if self._offices is not None:
            EnterTerm(self._workplace, self._offices.titles, self._offices.persons, self._panel).open()


def read_offices(desk: "Desk") -> Offices:
    """Return the terms and what is needed to write down another. In a worker."""
    profile = desk.communities.profile()
    return Offices(desk.communities.terms(), tuple(desk.accounts.persons()), profile.titles)


def standing(term: Term, today: date) -> Tone:
    """Return whether a term runs (good), begins later (active) or is over (quiet)."""
    if term.starts > today:
        return Tone.ACTIVE
    return Tone.GOOD if term.ends is None or term.ends >= today else Tone.QUIET


def columns(today: date) -> Sequence[Column]:
    """Return the columns of the list."""
    words = {
        Tone.GOOD: translate("Terms", "Today"),
        Tone.ACTIVE: translate("Terms", "Begins later"),
        Tone.QUIET: translate("Terms", "Over"),
    }

    def state(term: Term) -> State:
        tone = standing(term, today)
        return State(words[tone], tone)

    def ends(term: Term) -> str:
        return "" if term.ends is None else day_text(term.ends)

    return (
        Column(translate("Terms", "Office"), lambda term: term.office, width=22),
        Column(translate("Terms", "Who holds it"), lambda term: term.holder, width=20, stretch=True),
        Column(translate("Terms", "From"), lambda term: day_text(term.starts), width=13, room=620),
        Column(translate("Terms", "To"), ends, width=13, room=700),
        Column(translate("Terms", "Standing"), lambda term: state(term).word, width=13, state=state),
    )
