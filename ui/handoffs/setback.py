"""What went wrong on the road: lost, refused, returned. It is written down, and a new handoff takes the place."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot

from justice_desk.foundations.errors import DeskError
from justice_desk.handoffs.rules import SETBACKS, MomentImpossible, Stage, Step
from justice_desk.handoffs.views import HandoffView
from ui.country import label
from ui.handoffs.content import Place
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import Choice, ChoiceList
from ui.widgets.dialogs import Sheet
from ui.widgets.fields import Form, TextField
from ui.widgets.form_draft import DraftOffer, FormDraft
from ui.widgets.moment import MomentField
from ui.widgets.notices import Banner
from ui.widgets.refusals import point_out

if TYPE_CHECKING:
    from ui.handoffs.guide import Guide


class WriteSetback(Sheet):
    """Asks what went wrong, when, where and with whom. It is child of the guide and acts through it."""

    def __init__(self, guide: "Guide", handoff: HandoffView) -> None:
        super().__init__(translate("WriteSetback", "Something went wrong"), guide)
        self._guide, self._handoff = guide, handoff
        workplace = guide.workplace
        body = self.body
        self.refusal = body.add(Banner("", Tone.DANGER))
        self.refusal.hide()
        self.offer = body.add(DraftOffer())
        self.form = body.add(Form())
        profile = guide.content.profile
        choices = [Choice(stage, label(profile, "stage", stage.value)) for stage in possible_setbacks(handoff)]
        self.what = self.form.ask("what", translate("WriteSetback", "What happened?"), ChoiceList(choices))
        self.at = self.form.ask(
            "at",
            translate("WriteSetback", "When?"),
            MomentField(workplace.clock, workplace.zone, asks_precision=False),
        )
        self.person = self.form.ask("person", translate("WriteSetback", "Who was there, or who told it?"), TextField())
        self.place = self.form.ask("place", translate("WriteSetback", "Where?"), TextField())
        self.condition = self.form.ask(
            "condition",
            translate("WriteSetback", "How it was, in one line"),
            TextField(),
            translate("WriteSetback", "What was said, and in what state the envelope is. Without names of the case."),
            needed=False,
        )
        self.back = self.answer(Button(translate("WriteSetback", "Go back"), Kind.SECONDARY))
        self.yes = self.answer(Button(translate("WriteSetback", "Write it down"), Kind.PRIMARY, "check"))
        self.back.clicked.connect(self.reject)
        self.yes.clicked.connect(self._write)
        self._draft = FormDraft(workplace, f"setback:{guide.case}:{handoff.id}", self.form, self.offer, self)
        self._draft.seek()
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _write(self) -> None:
        self.refusal.say("")
        what, at = self.what.value(), self.at.value()
        needed = {"what": what is not None, "at": at is not None}
        faults = {name: translate("WriteSetback", "This is needed.") for name, told in needed.items() if not told}
        self.form.point_out(faults)
        if what is None or at is None:
            return
        step = Step(at.at, self.person.value(), self.place.value(), self.condition.value())
        road, case = self._guide.workplace.desk.road, self._guide.case
        work = partial(road.set_back, case, self._handoff.id, Stage(what), step)
        self._guide.workplace.jobs.run(work, self._written, self._refused)

    @Slot(object)
    def _written(self, _handoff: HandoffView) -> None:
        self._draft.drop()
        self._guide.acted(Place.PLAN)
        self.accept()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        if not point_out(self.form, error, {MomentImpossible: "at"}):
            self.refusal.say(sentence(error))


def possible_setbacks(handoff: HandoffView) -> tuple[Stage, ...]:
    """Return what can go wrong from where a handoff is; giving it up before the seal is another thing."""
    return tuple(stage for stage in handoff.steps if stage in SETBACKS and stage is not Stage.VOIDED)
