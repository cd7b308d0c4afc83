"""What is done in the summary of a case: raising the alert, deciding whose matter it is, noting a deadline as met."""

from functools import partial

from PySide6.QtCore import Qt, Slot

from justice_desk.cases.rules import Assessment, Outcome, ReasonMissing
from justice_desk.cases.views import DeadlineView
from justice_desk.foundations.fields import FieldMissing
from justice_desk.jurisdictions.rules import Profile
from ui.cases.draft_places import DraftPlace
from ui.cases.faces import FacePresenter, FormFace
from ui.cases.facts import SCOPES
from ui.cases.words import choices_of
from ui.country import label
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import Tone
from ui.widgets.choices import CheckList, ChoiceList
from ui.widgets.fields import TextArea, TextField
from ui.widgets.notices import Callout
from ui.workplace import Workplace


class AlertForm(FormFace):
    """Asks what gave rise to a suspicion. It needs no proof and cannot be taken back by whoever raises it."""

    def __init__(self, profile: Profile) -> None:
        super().__init__(translate("Alert", "Raise the alert"), translate("Alert", "Raise the alert"), icon="flag")
        words = translate(
            "Alert",
            "A suspicion is enough. From now on the case goes to the prosecutor, the deadlines start, and no "
            "agreement can be made about it.",
        )
        self.body.add(Callout(words, Tone.WARNING))
        self.reason = self.form.ask(
            "reason",
            translate("Alert", "What gave rise to the suspicion"),
            TextArea(lines=4),
            translate("Alert", "What was seen or heard, and by whom, by code. Without names."),
        )
        self.exploitation = self.form.ask(
            "exploitation",
            translate("Alert", "Which forms are suspected"),
            CheckList(choices_of(profile, "exploitation"), columns=2),
            translate("Alert", "Tick all that may be. Not knowing yet is an answer too."),
            needed=False,
        )
        self.body.add(self.form)

    def enter(self) -> None:
        """Put the cursor into the first question."""
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)


class AlertPresenter(FacePresenter):
    """Has the alert raised."""

    def __init__(self, form: AlertForm, workplace: Workplace, place: DraftPlace) -> None:
        super().__init__(form, workplace, place, {ReasonMissing: "reason"})
        self._form = form
        form.save_requested.connect(self._save)

    @Slot()
    def _save(self) -> None:
        forms = tuple(sorted(self._form.exploitation.values()))
        self.run(partial(self.workplace.desk.cases.alert, self.place.case, forms, self._form.reason.value()))


class AssessmentForm(FormFace):
    """Asks whose matter the case is, and why: by the three scopes where the country asks for them."""

    def __init__(self, profile: Profile) -> None:
        super().__init__(
            translate("Assessment", "Whose matter it is"),
            translate("Assessment", "Note the decision"),
            translate("Assessment", "What is noted here is not undone by writing over it."),
            icon="scale",
        )
        self._profile = profile
        form = self.form
        self.outcome = form.ask(
            "outcome", translate("Assessment", "What was decided"), ChoiceList(choices_of(profile, "outcome"))
        )
        self.exclusions = form.ask(
            "exclusions",
            translate("Assessment", "What takes it to the prosecutor"),
            CheckList(choices_of(profile, "exclusion"), columns=2),
        )
        self.reason = form.ask("reason", translate("Assessment", "The reason"), TextArea(lines=3))
        self.scopes = {
            scope: form.ask(scope, label(profile, "scope", scope), TextArea(lines=2))
            for scope in (SCOPES if profile.asks_scopes else ())
        }
        self.outcome.chosen.connect(self._show_exclusions)
        self._show_exclusions()
        self.body.add(form)

    def enter(self) -> None:
        """Put the cursor into the first question."""
        self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def blank(self) -> list[str]:
        """Return the fields that are needed and were not filled in."""
        blank = [] if self.outcome.value() is not None else ["outcome"]
        if self._to_remit and not self.exclusions.values():
            blank.append("exclusions")
        texts = {"reason": self.reason, **self.scopes}
        return blank + [name for name, editor in texts.items() if not editor.value()]

    def assessment(self) -> Assessment:
        """Return what was decided; nothing needed is blank."""
        written = {scope: editor.value() for scope, editor in self.scopes.items()}
        exclusions = tuple(code for code in self._profile.codes("exclusion") if code in self.exclusions.values())
        return Assessment(
            outcome=Outcome(self.outcome.value() or Outcome.IN_DOUBT),
            reason=self.reason.value(),
            exclusions=exclusions if self._to_remit else (),
            **written,
        )

    @property
    def _to_remit(self) -> bool:
        return self.outcome.value() == Outcome.MUST_REMIT

    def _show_exclusions(self) -> None:
        self.form.fields["exclusions"].setVisible(self._to_remit)


class AssessmentPresenter(FacePresenter):
    """Has the decision noted."""

    def __init__(self, form: AssessmentForm, workplace: Workplace, place: DraftPlace) -> None:
        super().__init__(form, workplace, place, {ReasonMissing: "reason"})
        self._form = form
        form.save_requested.connect(self._save)

    @Slot()
    def _save(self) -> None:
        blank = self._form.blank()
        self._form.form.point_out({name: sentence(FieldMissing(name)) for name in blank})
        if not blank:
            self.run(partial(self.workplace.desk.cases.assess, self.place.case, self._form.assessment()))


class MetForm(FormFace):
    """Asks in one line how a deadline was met."""

    def __init__(self, view: DeadlineView, profile: Profile) -> None:
        super().__init__(label(profile, "deadline", view.kind), translate("MetForm", "Note it as done"), icon="check")
        self.view = view
        self.note = self.form.ask(
            "note",
            translate("MetForm", "How it was done, or why late"),
            TextField(),
            translate("MetForm", "For example: told by telephone to the officer on duty."),
        )
        self.note.returnPressed.connect(self.save_requested)
        self.body.add(self.form)

    def enter(self) -> None:
        """Put the cursor into the line."""
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)


class MetPresenter(FacePresenter):
    """Has it noted."""

    def __init__(self, form: MetForm, workplace: Workplace, place: DraftPlace) -> None:
        super().__init__(form, workplace, place, {ReasonMissing: "note"})
        self._form = form
        form.save_requested.connect(self._save)

    @Slot()
    def _save(self) -> None:
        view, note = self._form.view, self._form.note.value()
        self.run(partial(self.workplace.desk.cases.note_met, self.place.case, view.kind, view.subject, note))
