"""The questions about a new case. The guide shows them step by step, the dense form all at once: the same widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from justice_desk.accounts.rules import Role, UseCase, permitted
from justice_desk.accounts.views import PersonView
from justice_desk.cases.views import CaseLine
from justice_desk.foundations.clock import Clock
from justice_desk.foundations.ids import PersonId
from justice_desk.jurisdictions.rules import Profile
from ui.cases.intake_answers import STEPS, Answers, Ask, YesNo
from ui.cases.words import choices_of
from ui.i18n import translate
from ui.widgets.choices import CheckList, Choice, ChoiceList
from ui.widgets.fields import Form, TextArea, TextField
from ui.widgets.moment import GivenMoment, MomentField
from ui.widgets.page import GAP, SideBySide
from ui.widgets.text import Role as TextRole
from ui.widgets.text import Text


@dataclass(frozen=True)
class IntakeGround:
    """What the questions need: the country's words, the other people of the desk, the cases there are, the way asked.

    `dense`: everything at once instead of step by step.
    """

    profile: Profile
    colleagues: tuple[PersonView, ...]
    lines: tuple[CaseLine, ...]
    dense: bool


def step_titles() -> tuple[str, ...]:
    """Return the titles of the steps, the last look included."""
    return (
        translate("NewCase", "What was told"),
        translate("NewCase", "When and how it became known"),
        translate("NewCase", "Suspicion"),
        translate("NewCase", "Danger and care"),
        translate("NewCase", "Look over what was written"),
    )


class IntakeForm(Form):
    """Asks the questions, section by section."""

    def __init__(
        self,
        ground: IntakeGround,
        clock: Clock,
        zone: ZoneInfo,
        roles: frozenset[Role],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._ground = ground
        self._roles = roles
        self.account, self.title = TextArea(lines=6), TextField(longest=120)
        self.known, self.where = MomentField(clock, zone), TextField()
        self.channel = ChoiceList(choices_of(ground.profile, "channel"), columns=2)
        self.suspected = ChoiceList(_suspicions())
        self.exploitation = CheckList(choices_of(ground.profile, "exploitation"), columns=2)
        self.urgent, self.missing_person = ChoiceList(_yes_no(), columns=2), ChoiceList(_yes_no(), columns=2)
        self.excluded = CheckList([Choice(person.id, person.name) for person in ground.colleagues])
        asked = (self._told_fields(), self._known_fields(), self._suspicion_fields(), self._danger_fields())
        titles = step_titles()[: len(STEPS)]
        self.sections = tuple(self._section(title, fields) for title, fields in zip(titles, asked, strict=True))
        self.suspected.chosen.connect(self._show_forms)
        self._show_forms()

    def show_step(self, step: int | None) -> None:
        """Show one step only, or everything (None)."""
        for place, section in enumerate(self.sections):
            section.setVisible(step is None or place == step)

    def enter_step(self, step: int) -> None:
        """Put the cursor into the first question of a step."""
        self.fields[STEPS[step][0]].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def answers(self) -> Answers:
        """Return what was answered so far."""
        return Answers(
            account=self.account.value(),
            title=self.title.value(),
            known=_not_ahead(self.known.value(), self._clock()),
            known_blank=self.known.blank,
            channel=self.channel.value(),
            place=self.where.value(),
            suspected=self.suspected.value(),
            exploitation=tuple(code for code in self._offered_forms() if code in self.exploitation.values()),
            urgent=self.urgent.value(),
            missing_person=self.missing_person.value(),
            excluded=frozenset(PersonId(person) for person in self.excluded.values()),
        )

    def _offered_forms(self) -> tuple[str, ...]:
        return self._ground.profile.codes("exploitation")

    def _section(self, title: str, fields: Sequence[QWidget]) -> QWidget:
        section = self.place(QWidget())
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, GAP)
        column.setSpacing(GAP)
        column.addWidget(Text(title, TextRole.SECTION))
        for field in fields:
            column.addWidget(field)
        return section

    def _told_fields(self) -> Sequence[QWidget]:
        hint = translate("NewCase", "In the words of whoever told it. One account is enough: nobody is questioned.")
        if not permitted(UseCase.READ_TESTIMONY, self._roles, own=True):
            hint += " " + translate("NewCase", "Once it is saved, this role does not read it again.")
        return (
            self.field(Ask.ACCOUNT, translate("NewCase", "The account"), self.account, hint),
            self.field(
                Ask.TITLE,
                translate("NewCase", "A title without names"),
                self.title,
                translate("NewCase", "It stands in lists that others see. For example: Journey with an offer of work"),
            ),
        )

    def _known_fields(self) -> Sequence[QWidget]:
        return (
            self.field(
                Ask.KNOWN,
                translate("NewCase", "Since when the community knows it"),
                self.known,
                translate("NewCase", "The deadlines run from this moment, not from when it is typed."),
            ),
            self.field(Ask.CHANNEL, translate("NewCase", "How the news came"), self.channel),
            self.field(
                Ask.PLACE,
                translate("NewCase", "Place, in general"),
                self.where,
                translate("NewCase", "A fair, a road, a community. No house and no address."),
                needed=False,
            ),
        )

    def _suspicion_fields(self) -> Sequence[QWidget]:
        return (
            self.field(
                Ask.SUSPECTED,
                translate("NewCase", "Is trafficking in persons suspected?"),
                self.suspected,
                translate("NewCase", "A suspicion is enough. No proof is needed, and no known victim."),
            ),
            self.field(
                Ask.FORMS,
                translate("NewCase", "Which forms are suspected"),
                self.exploitation,
                translate("NewCase", "Tick all that may be. Not knowing yet is an answer too."),
                needed=False,
            ),
        )

    def _danger_fields(self) -> Sequence[QWidget]:
        urgent = self.field(Ask.URGENT, translate("NewCase", "Is somebody in danger now?"), self.urgent)
        missing = self.field(Ask.MISSING, translate("NewCase", "Is somebody missing?"), self.missing_person)
        excluded = self.field(
            Ask.EXCLUDED,
            translate("NewCase", "Who of this desk must not see this case"),
            self.excluded,
            translate("NewCase", "Whoever is part of it, or related to somebody who is. For them it will not exist."),
            needed=False,
        )
        if not self._ground.colleagues:
            excluded.hide()
        return (SideBySide(urgent, missing, narrowest=260), excluded)

    def _show_forms(self) -> None:
        self.fields[Ask.FORMS].setVisible(self.suspected.value() == YesNo.YES)


def _yes_no() -> tuple[Choice, ...]:
    return (Choice(YesNo.YES, translate("NewCase", "Yes")), Choice(YesNo.NO, translate("NewCase", "No")))


def _suspicions() -> tuple[Choice, ...]:
    return (
        Choice(
            YesNo.YES,
            translate("NewCase", "Yes, it is suspected"),
            translate("NewCase", "The case goes to the prosecutor. The community protects and follows it."),
        ),
        Choice(
            YesNo.UNSURE,
            translate("NewCase", "Not sure"),
            translate("NewCase", "An authority decides whose matter it is. Better today than tomorrow."),
        ),
        Choice(
            YesNo.NO,
            translate("NewCase", "No"),
            translate("NewCase", "If a suspicion comes later, the alert is raised then."),
        ),
    )


def _not_ahead(moment: GivenMoment | None, now: datetime) -> GivenMoment | None:
    """Return a moment; an approximate one of today that lies ahead (it was put at noon) is now."""
    if moment is None or moment.exact or moment.at <= now or moment.at.date() != now.date():
        return moment
    return GivenMoment(now, exact=False)
