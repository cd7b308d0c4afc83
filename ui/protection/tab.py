"""The tab Measures of a case: who is protected by what, deciding a measure, ending one with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.accounts.rules import UseCase, permitted
from justice_desk.cases.rules import PartyAbsent, PartyRole
from justice_desk.cases.views import CaseView
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId, MeasureId
from justice_desk.jurisdictions.rules import Profile
from justice_desk.protection.rules import Acceptance, MeasureDeclined, MeasureKind, MeasureState, NewMeasure
from justice_desk.protection.views import MeasureView
from ui.cases.words import choices_of
from ui.country import label
from ui.errors import tell
from ui.i18n import translate
from ui.moments import moment_text
from ui.protection.ending import EndMeasure
from ui.shortcuts import Key, bind
from ui.widgets.badge import State, Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import Choice, ChoiceList
from ui.widgets.entry import Entry, EntryList
from ui.widgets.fields import Form, TextArea, TextField
from ui.widgets.form_draft import DraftOffer, FormDraft
from ui.widgets.notices import EmptyState
from ui.widgets.page import Body
from ui.widgets.refusals import point_out
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk

ABOUT: Mapping[type[DeskError], str] = {PartyAbsent: "protects", MeasureDeclined: "acceptance"}
TONES = {
    MeasureState.IN_FORCE: Tone.ACTIVE,
    MeasureState.LIFTED: Tone.QUIET,
    MeasureState.TRANSFERRED: Tone.GOOD,
}


@dataclass(frozen=True)
class MeasureContent:
    """What the tab shows, read at once."""

    profile: Profile
    case: CaseView
    measures: tuple[MeasureView, ...]


def measures_title() -> str:
    """Return the title of the tab."""
    return translate("Measures", "Protection")


def read_content(desk: "Desk", case: CaseId) -> MeasureContent:
    """Return what the tab shows, in a worker."""
    return MeasureContent(desk.communities.profile(), desk.cases.case(case), desk.protection.measures(case))


class MeasuresPanel(Body):
    """Shows the measures and asks for a new one.

    Signals:
        decide_requested: The measure in the form should be decided.
        end_requested: This measure should be ended.
        people_requested: There is nobody in the case yet.
    """

    decide_requested = Signal()
    end_requested = Signal(str)
    people_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.nobody = self.add(
            EmptyState(
                "people",
                translate("Measures", "There is nobody in this case yet"),
                translate("Measures", "A measure protects somebody: enter the person first, by code."),
                translate("Measures", "Go to People"),
            )
        )
        self.nobody.asked.connect(self.people_requested)
        self.measures = self.add(EntryList())
        self.offer = self.add(DraftOffer())
        self.heading = self.section(
            translate("Measures", "Decide a measure"),
            translate("Measures", "It is in force at once, and there is a date to look at it again."),
        )
        self.form = self.add(Form())
        self.protects = self.form.ask("protects", translate("Measures", "Whom does it protect?"), ChoiceList(()))
        self.kind = self.form.ask("kind", translate("Measures", "What is done?"), ChoiceList((), columns=2))
        self.description = self.form.ask(
            "description",
            translate("Measures", "In your own words"),
            TextArea(lines=3),
            translate("Measures", "By code, without names: V-01, T-01."),
        )
        self.responsible = self.form.ask(
            "responsible",
            translate("Measures", "Who answers for it?"),
            TextField(),
            translate("Measures", "By office, such as: community defender on duty."),
        )
        self.acceptance = self.form.ask(
            "acceptance", translate("Measures", "What does the person say?"), ChoiceList(())
        )
        self.decide = self.form.place(Button(translate("Measures", "Decide this measure"), Kind.PRIMARY, "check"))
        self.decide.clicked.connect(self.decide_requested)
        bind(self, Key.SAVE, self.decide_requested)

    def entry(self, title: str, lines: tuple[str, ...], state: State, measure: MeasureView, *, may: bool) -> Entry:
        """Return the entry of one measure."""
        if measure.state is not MeasureState.IN_FORCE or not may:
            return Entry(title, lines, state)
        end = Button(translate("Measures", "End it"), icon="done")
        end.setAccessibleName(f"{end.word}: {title}")
        end.clicked.connect(partial(self.end_requested.emit, measure.id))
        return Entry(title, lines, state, (end,))

    def measure(self, at: datetime) -> NewMeasure:
        """Return the measure as it stands in the form."""
        return NewMeasure(
            kind=MeasureKind(self.kind.value() or MeasureKind.OTHER),
            protects=self.protects.value() or "",
            description=self.description.value(),
            responsible=self.responsible.value(),
            acceptance=Acceptance(self.acceptance.value() or Acceptance.NOT_ASKED),
            starts_at=at,
        )


class MeasuresTab(MeasuresPanel):
    """The panel with its presenter."""

    def __init__(self, workplace: Workplace, case: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = MeasuresPresenter(self, workplace, case)


class MeasuresPresenter(QObject):
    """Reads the measures of a case, decides and ends them."""

    def __init__(self, panel: MeasuresPanel, workplace: Workplace, case: CaseId) -> None:
        super().__init__(panel)
        self._panel, self._workplace, self._case = panel, workplace, case
        self._draft = FormDraft(workplace, f"measure:{case}", panel.form, panel.offer, self)
        self._sought = False
        panel.decide_requested.connect(self._decide)
        panel.end_requested.connect(self._end)
        panel.people_requested.connect(self._to_people)
        workplace.act_done.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read anew."""
        work = partial(read_content, self._workplace.desk, self._case)
        self._workplace.jobs.run_read(work, self._show, self._fail)

    @Slot(object)
    def _show(self, content: MeasureContent) -> None:
        panel, profile = self._panel, content.profile
        may = permitted(UseCase.DECIDE_MEASURE, self._workplace.roles, own=content.case.own)
        people = tuple(one for one in content.case.parties if one.role is not PartyRole.NAMED)
        panel.nobody.setHidden(bool(people))
        for part in (panel.form, panel.heading):
            part.setVisible(bool(people) and may)
        panel.measures.show_entries([self._entry(profile, one, may=may) for one in reversed(content.measures)])
        if self._sought:
            return
        self._sought = True
        panel.protects.offer(
            Choice(one.code, f"{one.code} · {label(profile, 'party_role', one.role.value)}") for one in people
        )
        panel.kind.offer(choices_of(profile, "measure_kind"))
        panel.acceptance.offer(choices_of(profile, "acceptance"))
        self._draft.settle()
        self._draft.seek()

    def _entry(self, profile: Profile, measure: MeasureView, *, may: bool) -> Entry:
        title = f"{measure.protects} · {label(profile, 'measure_kind', measure.kind.value)}"
        review = translate("Measures", "To be looked at again: {when}")
        when = moment_text(measure.review_at, self._workplace.zone)
        lines = (
            measure.description,
            translate("Measures", "Answers for it: {who}").format(who=measure.responsible),
            label(profile, "acceptance", measure.acceptance.value),
            review.format(when=when) if measure.state is MeasureState.IN_FORCE else measure.end_reason,
        )
        state = State(label(profile, "measure_state", measure.state.value), TONES[measure.state])
        return self._panel.entry(title, lines, state, measure, may=may)

    @Slot()
    def _decide(self) -> None:
        panel = self._panel
        told = {"protects": panel.protects.value(), "kind": panel.kind.value(), "acceptance": panel.acceptance.value()}
        needed = translate("Measures", "This is needed.")
        faults = {name: needed for name, answer in told.items() if answer is None}
        panel.form.point_out(faults)
        if not faults:
            measure = panel.measure(self._workplace.clock())
            work = partial(self._workplace.desk.protection.decide, self._case, measure)
            self._workplace.jobs.run(work, self._decided, self._refused)

    @Slot(object)
    def _decided(self, _measure: MeasureView) -> None:
        self._panel.description.clear()
        self._panel.responsible.clear()
        self._draft.drop()
        self._workplace.act_done.emit()

    @Slot(str)
    def _end(self, measure: str) -> None:
        EndMeasure(self._workplace, self._case, MeasureId(measure), self._panel).open()

    @Slot()
    def _to_people(self) -> None:
        self._workplace.navigator.open_case(self._case, "people")

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        if not point_out(self._panel.form, error, ABOUT):
            self._fail(error)

    @Slot(object)
    def _fail(self, error: DeskError) -> None:
        tell(self._panel.window(), error)
