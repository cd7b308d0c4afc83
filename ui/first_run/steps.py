"""The questions of the founding guide: language, country, community, telephones, person."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from justice_desk.accounts.rules import Role
from justice_desk.communities.rules import DESK_CODE, PLACE_CODE, RolesTooFew, check_roles
from justice_desk.foundations.fields import FieldMissing
from justice_desk.jurisdictions.rules import Profile
from ui.appearance import Appearance
from ui.first_run.answers import Answers
from ui.first_run.checking import faults_of, unreadable
from ui.first_run.numbers import NumbersForm
from ui.i18n import translate
from ui.sentences import sentence
from ui.theme import PaletteName, look
from ui.widgets.buttons import Button
from ui.widgets.choices import CheckList, Choice, ChoiceList
from ui.widgets.comfort import TextSizer, language_choices, palette_choices
from ui.widgets.fields import Form, TextField
from ui.widgets.page import PageScaffold, SideBySide


class GuideStep(PageScaffold):
    """One step: it shows the answers, checks what was typed and gives it back."""

    def show_answers(self, answers: Answers) -> None:
        """Show what was answered before."""

    def take_answers(self, answers: Answers) -> None:
        """Write what stands here into the answers, right or not."""

    def check(self) -> bool:
        """Say whether the guide may go on; if not, point out what is missing."""
        return True

    def begin(self) -> None:
        """Put the cursor where the answer begins."""


class LanguageStep(GuideStep):
    """Language, text size, colours: applied as they are chosen."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("LanguageStep", "Language and text"),
            translate("LanguageStep", "Choose what you read best. It can be changed at any time."),
            parent=parent,
        )
        self._appearance = appearance
        form = self.add(Form())
        self.language = form.ask("language", translate("LanguageStep", "Language"), ChoiceList(language_choices()))
        self.language.choose(appearance.language)
        self.language.chosen.connect(appearance.speak)
        form.ask("size", translate("LanguageStep", "Text size"), TextSizer(appearance))
        self.palettes = ChoiceList(palette_choices(), columns=3)
        form.ask("palette", translate("LanguageStep", "Colours"), self.palettes)
        self.palettes.choose(look().name)
        self.palettes.chosen.connect(self._paint)
        self.section(
            translate("LanguageStep", "Was there a desk before?"),
            translate("LanguageStep", "On another laptop, or on this one: it comes back whole from a backup."),
        )
        self.restore = self.add(Button(translate("LanguageStep", "Restore from a backup"), icon="drive"))

    def begin(self) -> None:
        """Put the cursor on the language."""
        self.language.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paint(self, name: str) -> None:
        self._appearance.paint(PaletteName(name))


class CountryStep(GuideStep):
    """The country: it decides words, papers and deadlines."""

    def __init__(self, profiles: Sequence[Profile], parent: QWidget | None = None) -> None:
        super().__init__(
            translate("CountryStep", "Country"),
            translate("CountryStep", "It decides the words, the papers and the deadlines of this desk."),
            parent=parent,
        )
        self.form = self.add(Form())
        choices = [Choice(profile.id, profile.name) for profile in profiles]
        self.country = self.form.ask("country", translate("CountryStep", "Country"), ChoiceList(choices))

    def show_answers(self, answers: Answers) -> None:
        """Show what was answered before."""
        if answers.country:
            self.country.choose(answers.country)

    def take_answers(self, answers: Answers) -> None:
        """Write down the country."""
        answers.country = self.country.value() or ""

    def check(self) -> bool:
        """Ask for a country."""
        chosen = self.country.value() is not None
        self.form.point_out({} if chosen else {"country": translate("CountryStep", "Choose the country.")})
        return chosen

    def begin(self) -> None:
        """Put the cursor on the countries."""
        self.country.setFocus(Qt.FocusReason.OtherFocusReason)


class CommunityStep(GuideStep):
    """The community and its authority."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("CommunityStep", "Community and authority"),
            translate("CommunityStep", "This stands at the head of every paper."),
            parent=parent,
        )
        form = self.form = self.add(Form())
        self.community = form.ask("community", translate("CommunityStep", "Community"), TextField())
        self.hierarchy = form.ask(
            "hierarchy",
            translate("CommunityStep", "Organisation it belongs to"),
            TextField(),
            translate("CommunityStep", "For example the ayllu, marka, central or federation above it."),
            needed=False,
        )
        self.municipality, self.place_code = TextField(), TextField(longest=8)
        municipality = form.field("municipality", translate("CommunityStep", "Municipality"), self.municipality)
        code = form.field("place_code", translate("CommunityStep", "Its INE code"), self.place_code)
        form.place(SideBySide(municipality, code))
        self.office = form.ask(
            "office",
            translate("CommunityStep", "Office of the authority"),
            TextField(),
            translate("CommunityStep", "The title of the office you hold or work for. You may write another one."),
        )
        self.desk_code = form.ask(
            "desk_code",
            translate("CommunityStep", "Letter of this desk"),
            TextField(longest=2),
            translate("CommunityStep", "It is part of every case number. A second laptop takes another letter."),
        )

    def suggest(self, titles: Sequence[str]) -> None:
        """Offer the titles of authorities that are usual in the country."""
        completer = QCompleter(list(titles), self.office)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.office.setCompleter(completer)

    def show_answers(self, answers: Answers) -> None:
        """Show what was answered before."""
        for name, edit in self._edits().items():
            edit.setText(getattr(answers, name))

    def take_answers(self, answers: Answers) -> None:
        """Write down the community and its authority."""
        for name, edit in self._edits().items():
            setattr(answers, name, edit.value())
        answers.desk_code = self.desk_code.value().upper()

    def check(self) -> bool:
        """Ask for what is missing."""
        values = {name: edit.value() for name, edit in self._edits().items()}
        faults = {
            **faults_of(values, needed={"community", "municipality", "office"}),
            **unreadable("place_code", values["place_code"], PLACE_CODE),
            **unreadable("desk_code", values["desk_code"].upper(), DESK_CODE),
        }
        self.form.point_out(faults)
        return not faults

    def begin(self) -> None:
        """Put the cursor on the first field."""
        self.community.setFocus()

    def _edits(self) -> dict[str, TextField]:
        names = ("community", "hierarchy", "municipality", "place_code", "office", "desk_code")
        return {name: getattr(self, name) for name in names}


class DangerStep(GuideStep):
    """Two telephones for danger, each called once to see that somebody answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("DangerStep", "Telephones for danger"),
            translate("DangerStep", "The lock page shows them to everybody. Call both before you go on."),
            parent=parent,
        )
        self.form = self.add(NumbersForm())
        self.labels, self.numbers, self.answered = self.form.labels, self.form.numbers, self.form.answered

    def show_answers(self, answers: Answers) -> None:
        """Show what was answered before."""
        for place in range(2):
            self.labels[place].setText(answers.labels[place])
            self.numbers[place].setText(answers.numbers[place])
            self.answered[place].setChecked(answers.answered[place])

    def take_answers(self, answers: Answers) -> None:
        """Write down the telephones."""
        answers.labels = [edit.value() for edit in self.labels]
        answers.numbers = [edit.value() for edit in self.numbers]
        answers.answered = [box.isChecked() for box in self.answered]

    def check(self) -> bool:
        """Ask for what is missing, and for the calls."""
        return self.form.check()

    def begin(self) -> None:
        """Put the cursor on the first field."""
        self.labels[0].setFocus()


class PersonStep(GuideStep):
    """The first person of the desk, and what they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("PersonStep", "You"),
            translate("PersonStep", "You open the desk with this name. Others are added later."),
            parent=parent,
        )
        self.form = self.add(Form())
        self.name = self.form.ask("name", translate("PersonStep", "Your name"), TextField())
        self.roles = self.form.ask(
            "roles",
            translate("PersonStep", "What you are at this desk"),
            CheckList(role_choices()),
            translate("PersonStep", "Tick all that apply. Who is alone may be everything."),
        )

    def show_answers(self, answers: Answers) -> None:
        """Show what was answered before."""
        self.name.setText(answers.name)
        self.roles.tick(answers.roles)

    def take_answers(self, answers: Answers) -> None:
        """Write down the person."""
        answers.name = self.name.value()
        answers.roles = frozenset(Role(value) for value in self.roles.values())

    def check(self) -> bool:
        """Ask for a name and a role."""
        faults = faults_of({"name": self.name.value()}, needed={"name"})
        try:
            check_roles(frozenset(Role(value) for value in self.roles.values()))
        except FieldMissing:
            faults["roles"] = translate("PersonStep", "Tick at least one.")
        except RolesTooFew as error:
            faults["roles"] = sentence(error)
        self.form.point_out(faults)
        return not faults

    def begin(self) -> None:
        """Put the cursor on the name."""
        self.name.setFocus()


def role_choices() -> tuple[Choice, ...]:
    """Return the roles by their words."""
    return (
        Choice(
            Role.AUTHORITY,
            translate("Roles", "Authority"),
            translate("Roles", "Decides, presides, signs; may do everything a case needs."),
        ),
        Choice(
            Role.CLERK,
            translate("Roles", "Clerk of records"),
            translate("Roles", "Writes, prints and keeps the papers."),
        ),
        Choice(
            Role.LIAISON,
            translate("Roles", "Liaison"),
            translate("Roles", "Carries cases to the prosecutor and brings the receipt."),
        ),
        Choice(
            Role.DEFENDER,
            translate("Roles", "Community defender"),
            translate("Roles", "Raises the alert and accompanies; sees her own cases."),
        ),
    )
