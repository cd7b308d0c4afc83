"""Adding a person to a case: by code, as far as a code may say it."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCompleter

from justice_desk.cases.rules import AgeStatus, Gender, NewParty, PartyRole
from justice_desk.foundations.fields import FieldMissing
from justice_desk.jurisdictions.rules import Profile
from ui.cases.draft_places import DraftPlace
from ui.cases.faces import FacePresenter, FormFace
from ui.cases.words import choices_of
from ui.country import label
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.choices import CheckRow, Choice, ChoiceList
from ui.widgets.fields import TextArea, TextField
from ui.workplace import Workplace


class PartyForm(FormFace):
    """Asks what somebody is in the case, and what protects them. No name: that is written apart."""

    def __init__(self, profile: Profile) -> None:
        super().__init__(
            translate("PartyForm", "Add a person"),
            translate("PartyForm", "Add the person"),
            translate("PartyForm", "By code, without a name. Who the person is, is written afterwards, apart."),
            icon="add",
        )
        form = self.form
        self.role = form.ask(
            "role", translate("PartyForm", "What the person is in the case"), ChoiceList(_roles(profile), columns=2)
        )
        self.age = form.ask(
            "age",
            translate("PartyForm", "Age"),
            ChoiceList(choices_of(profile, "age_status"), columns=2),
            translate("PartyForm", "Whoever may be under 18 is protected as a child."),
        )
        self.gender = form.ask(
            "gender",
            translate("PartyForm", "Gender, as the person says it"),
            ChoiceList(choices_of(profile, "gender"), columns=2),
        )
        self.gender.choose(Gender.UNTOLD)
        self.language = form.ask(
            "language",
            translate("PartyForm", "Language the person speaks best"),
            _language_field(profile),
            translate("PartyForm", "A few letters offer the languages of the country. Any other may be written too."),
            needed=False,
        )
        self.interpreter = CheckRow(Choice("interpreter", translate("PartyForm", "An interpreter is needed")))
        form.ask("interpreter", translate("PartyForm", "Interpreter"), self.interpreter, needed=False)
        self.restrictions = form.ask(
            "restrictions",
            translate("PartyForm", "What she or he asks to be respected"),
            TextArea(lines=2),
            translate("PartyForm", "For example: to be attended by a woman, not to be telephoned at home."),
            needed=False,
        )
        self.body.add(form)

    def enter(self) -> None:
        """Put the cursor into the first question."""
        self.role.setFocus(Qt.FocusReason.OtherFocusReason)


class PartyPresenter(FacePresenter):
    """Has the person added."""

    def __init__(self, form: PartyForm, workplace: Workplace, place: DraftPlace) -> None:
        super().__init__(form, workplace, place)
        self._form = form
        form.save_requested.connect(self._save)

    @Slot()
    def _save(self) -> None:
        form = self._form
        role, age = form.role.value(), form.age.value()
        missing = {
            name: sentence(FieldMissing(name)) for name, value in (("role", role), ("age", age)) if value is None
        }
        form.form.point_out(missing)
        if role is None or age is None:
            return
        party = NewParty(
            role=PartyRole(role),
            age=AgeStatus(age),
            gender=Gender(form.gender.value() or Gender.UNTOLD),
            language=form.language.value(),
            interpreter=form.interpreter.isChecked(),
            restrictions=form.restrictions.value(),
        )
        self.run(partial(self.workplace.desk.parties.add, self.place.case, party))


def _roles(profile: Profile) -> tuple[Choice, ...]:
    meanings = {
        PartyRole.VICTIM: translate("PartyForm", "Who is protected. A suspicion is enough."),
        PartyRole.NAMED: translate("PartyForm", "Whom somebody names. Only the prosecutor accuses."),
        PartyRole.WITNESS: translate("PartyForm", "Who saw or heard something."),
        PartyRole.COMPLAINANT: translate("PartyForm", "Who brought the news."),
        PartyRole.REPRESENTATIVE: translate("PartyForm", "Who speaks for a child, and is not suspected."),
        PartyRole.INTERPRETER: translate("PartyForm", "Who translates, and is no relative of the person named."),
        PartyRole.COMPANION: translate("PartyForm", "Who stays at somebody's side."),
        PartyRole.PROTECTED: translate("PartyForm", "Anybody else at risk: an authority, a defender."),
    }
    return tuple(
        Choice(code, label(profile, "party_role", code), meanings[PartyRole(code)])
        for code in profile.codes("party_role")
    )


def _language_field(profile: Profile) -> TextField:
    field = TextField(longest=60)
    completer = QCompleter(list(profile.languages), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
    return field
