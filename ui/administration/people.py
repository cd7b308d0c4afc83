"""The people who use the desk: their names and roles, and adding one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from justice_desk.accounts.rules import Role as Rights
from justice_desk.accounts.rules import UseCase, permitted
from justice_desk.accounts.views import PersonView
from justice_desk.cases.rules import CaseState
from justice_desk.cases.views import CaseLine
from ui.administration.person_dialog import AddPerson
from ui.administration.removing import RemovePerson
from ui.first_run.steps import role_choices
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.buttons import Button, Kind
from ui.widgets.page import Body
from ui.widgets.table import Column, Table, ViewsModel
from ui.widgets.text import Role, Text
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk

TOP = 16
OVER = frozenset({CaseState.CLOSED, CaseState.ARCHIVED})


@dataclass(frozen=True)
class People:
    """The people, and the cases that a newcomer might be kept out of."""

    persons: tuple[PersonView, ...]
    cases: tuple[CaseLine, ...]


class PeopleSection(Body):
    """Shows the people.

    Signals:
        add_requested: Somebody should be added.
        remove_requested: The person whose row is marked should be removed.
    """

    add_requested = Signal()
    remove_requested = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(wide=True, parent=parent)
        self.parts.setContentsMargins(0, TOP, 0, 0)
        self.add(Text(translate("People", "Who can open this desk, each with a passphrase of their own."), Role.MUTED))
        self.model = ViewsModel(columns(workplace.zone), self)
        self.table = self.add(Table(self.model, translate("People", "People of the desk")), stretch=1)
        self.new = Button(translate("People", "Add a person"), Kind.PRIMARY, "add")
        self.new.clicked.connect(self.add_requested)
        self.remove = Button(translate("People", "Remove the person marked"), Kind.SECONDARY, "remove")
        self.remove.clicked.connect(self.remove_requested)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.new, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        buttons = QWidget()
        buttons.setLayout(row)
        self.add(buttons)
        words = translate("People", "An authority adds people. Ask one to do it here.")
        self.only_authority = self.add(Text(words, Role.MUTED))
        may = permitted(UseCase.ADD_PERSON, workplace.roles, own=True)
        buttons.setVisible(may)
        self.only_authority.setHidden(may)
        self._presenter = PeoplePresenter(self, workplace)

    def entering(self) -> None:
        """Read anew."""
        self._presenter.read()


class PeoplePresenter(QObject):
    """Reads the people, and opens the questions for another."""

    def __init__(self, panel: PeopleSection, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        self._cases: tuple[CaseLine, ...] = ()
        panel.add_requested.connect(self._add)
        panel.remove_requested.connect(self._remove)
        workplace.act_done.connect(self.read)

    @Slot()
    def read(self) -> None:
        """Read the people anew."""
        self._workplace.jobs.run_read(partial(read_people, self._workplace.desk), self._show)

    @Slot(object)
    def _show(self, people: People) -> None:
        self._cases = people.cases
        self._panel.model.show_views(people.persons)

    @Slot()
    def _add(self) -> None:
        AddPerson(self._workplace, self._cases, self._panel).open()

    @Slot()
    def _remove(self) -> None:
        marked = self._panel.table.view()
        if isinstance(marked, PersonView):
            RemovePerson(self._workplace, marked, self._panel).open()


def read_people(desk: "Desk") -> People:
    """Return the people and the cases that go on, the newest first. In a worker."""
    cases = (case for case in desk.cases.cases() if case.state not in OVER)
    return People(tuple(desk.accounts.persons()), tuple(cases))


def columns(zone: ZoneInfo) -> Sequence[Column]:
    """Return the columns of the list."""
    words = {choice.value: choice.words for choice in role_choices()}

    def roles(person: PersonView) -> str:
        return ", ".join(words[role] for role in Rights if role in person.roles)

    return (
        Column(translate("People", "Name"), lambda person: person.name, width=24),
        Column(translate("People", "Roles"), roles, width=24, stretch=True),
        Column(translate("People", "Since"), lambda person: moment_text(person.enrolled_at, zone), width=20, room=700),
    )
