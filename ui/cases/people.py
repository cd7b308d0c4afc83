"""The tab People of a case: who is in it, by code; who they are lies sealed beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from justice_desk.accounts.rules import Role as DeskRole
from justice_desk.accounts.rules import UseCase, permitted
from justice_desk.cases.rules import Gender
from justice_desk.cases.views import CaseView, PartyView
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId, PartyId
from justice_desk.jurisdictions.rules import Profile
from ui.cases.draft_places import DraftKind, DraftPlace
from ui.cases.faces import FormFace, LeftBehind, TabFaces
from ui.cases.identity_form import IdentityForm, IdentityPresenter
from ui.cases.identity_view import IdentityReader, IdentityView
from ui.cases.party_form import PartyForm, PartyPresenter
from ui.cases.readers import ReadersDialog
from ui.country import label
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import Badge, State, Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.entry import EntryList
from ui.widgets.form_draft import DraftOffer
from ui.widgets.notices import EmptyState, Glyph
from ui.widgets.page import Body
from ui.widgets.text import Role, Text
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk

FORMS = (DraftKind.PARTY, DraftKind.IDENTITY, DraftKind.IDENTITY_REASON)
"""The forms of this tab that keep drafts."""


@dataclass(frozen=True)
class PeopleOfCase:
    """A case with the words of its country, and what the person signed in may do with the people in it."""

    case: CaseView
    profile: Profile
    may: frozenset[UseCase]


def people_title() -> str:
    """Return the title of the tab."""
    return translate("Cases", "People")


class PartyEntry(QWidget):
    """One person of the case, by code. It decides nothing.

    Signals:
        write_requested, read_requested: The identity should be written, or seen.
    """

    write_requested = Signal()
    read_requested = Signal()

    def __init__(self, party: PartyView, people: PeopleOfCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 8)
        column.setSpacing(3)
        role = label(people.profile, "party_role", party.role)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Text(f"{party.code} · {role}", Role.LABEL), 1)
        if party.as_child:
            words = translate("CasePeople", "Protected as a child")
            head.addWidget(Badge(State(words, Tone.ACTIVE)), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(Text(_told(party, people.profile), Role.MUTED))
        if party.restrictions:
            asked = translate("CasePeople", "Asks to be respected: {words}").format(words=party.restrictions)
            column.addWidget(Text(asked, Role.MUTED))
        column.addLayout(self._identity(party))
        kind = Kind.QUIET if party.identity_written else Kind.SECONDARY
        self.write = Button(_write_words(party), kind, "edit")
        self.read = Button(translate("CasePeople", "See who it is"), Kind.QUIET, "show")
        self.write.setAccessibleDescription(party.code)
        self.read.setAccessibleDescription(party.code)
        self.write.clicked.connect(self.write_requested)
        self.read.clicked.connect(self.read_requested)
        if UseCase.WRITE_IDENTITY not in people.may:
            self.write.hide()
        if not (UseCase.READ_IDENTITY in people.may and party.identity_written):
            self.read.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.write)
        row.addWidget(self.read)
        row.addStretch(1)
        column.addLayout(row)

    def _identity(self, party: PartyView) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(Glyph("lock" if party.identity_written else "unlock", side=16), 0, Qt.AlignmentFlag.AlignVCenter)
        written = translate("CasePeople", "Who it is, is written and sealed.")
        unwritten = translate("CasePeople", "Nobody has written yet who it is.")
        row.addWidget(Text(written if party.identity_written else unwritten, Role.SMALL), 1)
        return row


class PeoplePanel(Body):
    """Shows the people of a case. It decides nothing.

    Signals:
        add_requested: Somebody should be added.
        write_requested, read_requested: The identity of this party should be written, or seen.
        readers_requested: Who can read the case should be shown.
    """

    add_requested = Signal()
    write_requested = Signal(str)
    read_requested = Signal(str)
    readers_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.parts.setContentsMargins(0, 12, 0, 0)
        self.offer = self.add(DraftOffer())
        self.add_person = self.add(Button(translate("CasePeople", "Add a person"), Kind.PRIMARY, "add"))
        self.add_person.clicked.connect(self.add_requested)
        self.rule = self.add(Text("", Role.MUTED))
        self.list = self.add(EntryList())
        self.nobody = self.add(
            EmptyState(
                "people",
                translate("CasePeople", "Nobody has been added yet"),
                translate(
                    "People",
                    "The victim, whoever is named, the witnesses: each gets a code, like V-01. A victim nobody knows "
                    "yet can be added too.",
                ),
            )
        )
        self.nobody.hide()
        self.readers = self.add(Button(translate("CasePeople", "Who can read this case"), Kind.QUIET, "key"))
        self.readers.clicked.connect(self.readers_requested)
        self.entries: dict[str, PartyEntry] = {}

    def show_people(self, people: PeopleOfCase) -> None:
        """Show who is in the case."""
        self.add_person.setVisible(UseCase.ADD_PARTY in people.may)
        self.rule.setText(_rule(people))
        self.rule.setVisible(bool(people.case.parties))
        self.entries = {party.id: self._entry(party, people) for party in people.case.parties}
        self.list.show_entries(list(self.entries.values()))
        self.nobody.setVisible(not people.case.parties)

    def refuse(self, words: str) -> None:
        """Say why nothing is shown."""
        self.rule.setText(words)
        self.rule.show()

    def _entry(self, party: PartyView, people: PeopleOfCase) -> PartyEntry:
        entry = PartyEntry(party, people)
        entry.write_requested.connect(partial(self.write_requested.emit, str(party.id)))
        entry.read_requested.connect(partial(self.read_requested.emit, str(party.id)))
        return entry


class PeopleTab(TabFaces):
    """Shows the people, or one form in their place."""

    def __init__(self, workplace: Workplace, case: CaseId, parent: QWidget | None = None) -> None:
        self.panel = PeoplePanel()
        super().__init__(self.panel, parent)
        self._presenter = PeoplePresenter(self, workplace, case)

    def entering(self) -> None:
        """Read anew."""
        self._presenter.refresh()

    def leaving(self) -> None:
        """Veil what is seen of an identity."""
        face = self.currentWidget()
        if isinstance(face, IdentityView):
            face.hide_identity()


class PeoplePresenter(QObject):
    """Reads the people, and opens the forms about them."""

    def __init__(self, tab: PeopleTab, workplace: Workplace, case: CaseId) -> None:
        super().__init__(tab)
        self._tab, self._workplace, self._case = tab, workplace, case
        self._people: PeopleOfCase | None = None
        self._newest: PartyId | None = None
        panel = tab.panel
        panel.add_requested.connect(self._add)
        panel.write_requested.connect(self._write)
        panel.read_requested.connect(self._read)
        panel.readers_requested.connect(self._show_readers)
        self._left_behind = LeftBehind(panel.offer, workplace, case, FORMS, self)
        self._left_behind.taken.connect(self._take_up)
        workplace.act_done.connect(self._follow)
        self._left_behind.seek()

    @Slot()
    def refresh(self) -> None:
        """Read anew."""
        read = partial(read_people, self._workplace.desk, self._case, self._workplace.roles)
        self._workplace.jobs.run_read(read, self._show, self._fail)

    @Slot()
    def _follow(self) -> None:
        # A hidden tab reads anew when it comes to the front.
        if self._tab.isVisible():
            self.refresh()

    @Slot(object)
    def _show(self, people: PeopleOfCase) -> None:
        changed = people != self._people
        self._people = people
        if changed:
            self._tab.panel.show_people(people)
        if self._newest in self._tab.panel.entries:
            self._tab.panel.entries[str(self._newest)].write.setFocus(Qt.FocusReason.OtherFocusReason)
            self._newest = None

    @Slot(object)
    def _fail(self, error: DeskError) -> None:
        self._tab.panel.refuse(sentence(error))

    @Slot()
    def _add(self) -> None:
        self._open_party_form()

    def _open_party_form(self, *, at_once: bool = False) -> None:
        if self._people is None:
            return
        form = PartyForm(self._people.profile)
        presenter = PartyPresenter(form, self._workplace, DraftPlace(DraftKind.PARTY, self._case))
        self._open(form, presenter, at_once=at_once)
        form.enter()

    @Slot(str)
    def _write(self, party: str) -> None:
        self._open_identity_form(party)

    def _open_identity_form(self, party: str, *, at_once: bool = False) -> None:
        if (found := self._party(party)) is None:
            return
        form = IdentityForm(found)
        presenter = IdentityPresenter(form, self._workplace, DraftPlace(DraftKind.IDENTITY, self._case, (party,)))
        self._open(form, presenter, at_once=at_once)
        form.enter()

    @Slot(str)
    def _read(self, party: str) -> None:
        self._open_identity_view(party)

    def _open_identity_view(self, party: str, *, at_once: bool = False) -> None:
        if (found := self._party(party)) is None:
            return
        view = IdentityView(found)
        place = DraftPlace(DraftKind.IDENTITY_REASON, self._case, (party,))
        presenter = IdentityReader(view, self._workplace, place)
        presenter.left.connect(self._back)
        self._tab.put_in_front(view)
        presenter.seek(at_once=at_once)
        view.enter()

    @Slot()
    def _show_readers(self) -> None:
        if self._people is not None:
            ReadersDialog(self._workplace, self._case, self._people.may, self._tab).open()

    def _open(self, form: FormFace, presenter: PartyPresenter | IdentityPresenter, *, at_once: bool) -> None:
        presenter.done.connect(self._done)
        presenter.left.connect(self._back)
        self._tab.put_in_front(form)
        presenter.seek(at_once=at_once)

    @Slot(object)
    def _take_up(self, place: DraftPlace) -> None:
        if place.kind is DraftKind.PARTY:
            self._open_party_form(at_once=True)
        elif place.more and place.kind is DraftKind.IDENTITY:
            self._open_identity_form(place.more[0], at_once=True)
        elif place.more:
            self._open_identity_view(place.more[0], at_once=True)

    @Slot(object)
    def _done(self, party: PartyView) -> None:
        self._newest = party.id
        self._back()

    @Slot()
    def _back(self) -> None:
        self._tab.put_away()
        self._tab.panel.add_person.setFocus(Qt.FocusReason.OtherFocusReason)
        self._left_behind.seek()

    def _party(self, party: str) -> PartyView | None:
        parties: Sequence[PartyView] = () if self._people is None else self._people.case.parties
        return next((one for one in parties if one.id == party), None)


def read_people(desk: "Desk", case: CaseId, roles: frozenset[DeskRole]) -> PeopleOfCase:
    """Return the people of a case, in a worker."""
    view, on_paper = desk.cases.case(case), desk.persons.paper is not None
    return PeopleOfCase(
        case=view,
        profile=desk.communities.profile(),
        may=frozenset(use for use in UseCase if permitted(use, roles, own=view.own, on_paper=on_paper)),
    )


def _told(party: PartyView, profile: Profile) -> str:
    gender = "" if party.gender is Gender.UNTOLD else label(profile, "gender", party.gender)
    language = translate("CasePeople", "speaks {language}").format(language=party.language) if party.language else ""
    interpreter = translate("CasePeople", "with an interpreter") if party.interpreter else ""
    age = label(profile, "age_status", party.age)
    return " · ".join(filter(None, (age, gender, language, interpreter)))


def _write_words(party: PartyView) -> str:
    if party.identity_written:
        return translate("CasePeople", "Complete who it is")
    return translate("CasePeople", "Write who it is")


def _rule(people: PeopleOfCase) -> str:
    if UseCase.WRITE_IDENTITY in people.may and UseCase.READ_IDENTITY not in people.may:
        return translate("CasePeople", "With this role it is written who somebody is, but not read afterwards.")
    return translate("CasePeople", "In papers and lists people appear by code only.")
