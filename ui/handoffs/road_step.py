"""Step 6: on the way. Who carries the packet, when it left, who took it, and what went wrong if something did."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from justice_desk.accounts.rules import UseCase
from justice_desk.foundations.errors import DeskError
from justice_desk.handoffs.rules import MomentImpossible, Stage, Step
from justice_desk.handoffs.views import HandoffView
from ui.country import label
from ui.handoffs.content import DISPATCH, Place
from ui.handoffs.custody import CustodyLine
from ui.handoffs.setback import WriteSetback, possible_setbacks
from ui.handoffs.step import StepPanel, StepPresenter
from ui.handoffs.words import answer_state, receiver_words, stage_state
from ui.i18n import translate
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button
from ui.widgets.dialogs import Confirmation
from ui.widgets.entry import Entry, EntryList
from ui.widgets.fields import Form, TextField
from ui.widgets.form_draft import DraftOffer, FormDraft
from ui.widgets.moment import MomentField
from ui.widgets.notices import Banner
from ui.widgets.refusals import point_out
from ui.workplace import Workplace

if TYPE_CHECKING:
    from ui.handoffs.guide import Guide

ABOUT: Mapping[type[DeskError], str] = {MomentImpossible: "at"}


class RoadStep(StepPanel):
    """Shows where the packet is, and asks for the next step of the road.

    Signals:
        setback_requested: Something went wrong and should be written down.
        moved: The moment changed.
    """

    setback_requested = Signal()
    moved = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            translate("RoadStep", "On the way"),
            translate("RoadStep", "Write down who has the packet, each time it changes hands."),
        )
        self.standing = self.add(EntryList())
        self.offer = self.add(DraftOffer())
        self.question = self.section("")
        self.form = self.add(Form())
        self.at = self.form.ask(
            "at", translate("RoadStep", "When?"), MomentField(workplace.clock, workplace.zone, asks_precision=False)
        )
        self.person = self.form.ask("person", translate("RoadStep", "Who?"), TextField())
        self.place = self.form.ask("place", translate("RoadStep", "Where?"), TextField())
        self.condition = self.form.ask(
            "condition",
            translate("RoadStep", "How is it packed?"),
            TextField(),
            translate("RoadStep", "For example: a drive in a paper envelope, closed with tape."),
            needed=False,
        )
        self.effect = self.form.place(Banner("", Tone.ACTIVE))
        self.late = self.form.ask(
            "late_reason",
            translate("RoadStep", "Why was it late?"),
            TextField(),
            translate("RoadStep", "One line. A late handoff goes all the same."),
            needed=False,
        )
        self.trouble = self.add(Button(translate("RoadStep", "Something went wrong"), icon="warning"))
        self.trouble.clicked.connect(self.setback_requested)
        self.custody_title = self.section(translate("RoadStep", "Who had the packet"))
        self.custody = self.add(CustodyLine())
        self.at.changed.connect(self.moved)
        self.show_effect("", late=False)

    def ask_for(self, question: str, who: str) -> None:
        """Ask for the next step; an empty question: there is none."""
        self.question.setText(question)
        self.question.setVisible(bool(question))
        self.form.setVisible(bool(question))
        if who:
            self.form.fields["person"].rename(who)

    def show_effect(self, words: str, *, late: bool) -> None:
        """Say which deadlines the step meets, and ask for a reason where it comes after one."""
        self.effect.say(words)
        self.form.fields["late_reason"].setVisible(late)

    def clear(self) -> None:
        """Make the form ready for the next step of the road."""
        for edit in (self.person, self.place, self.condition, self.late, self.at.day.edit, self.at.hour):
            edit.clear()


class RoadPresenter(StepPresenter):
    """Writes down how the packet travels."""

    def __init__(self, panel: RoadStep, guide: "Guide") -> None:
        super().__init__(panel, guide)
        self._panel = panel
        self._draft = FormDraft(self._workplace, f"road:{self._case}", panel.form, panel.offer, self)
        panel.setback_requested.connect(self._set_back)
        panel.moved.connect(self._weigh)
        self._draft.seek()

    def show_content(self) -> None:
        """Show where the packet is."""
        handoff, panel = self.content.handoff, self._panel
        if handoff is None or handoff.sealed_at is None:
            return
        profile, zone = self.content.profile, self._workplace.zone
        entries = [Entry(receiver_words(handoff.receiver), (handoff.packet_id,), stage_state(profile, handoff.stage))]
        if (answer := answer_state(handoff, zone)) is not None:
            entries.append(Entry(translate("RoadStep", "The receipt"), (), answer))
        panel.standing.show_entries(entries)
        if handoff.stage is Stage.SEALED:
            panel.ask_for(translate("RoadStep", "It leaves"), translate("RoadStep", "Who carries it?"))
        elif handoff.stage is Stage.DISPATCHED:
            panel.ask_for(translate("RoadStep", "It is handed over"), translate("RoadStep", "Who took it?"))
        else:
            panel.ask_for("", "")
        panel.trouble.setVisible(bool(possible_setbacks(handoff)))
        panel.trouble.setEnabled(self.may(UseCase.ENTER_RECEIPT))
        panel.custody.show_events(handoff.custody, profile, zone)
        self._weigh()

    def begin(self) -> None:
        """Put the cursor on the first question."""
        if self._asking:
            self._panel.at.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_words(self) -> str:
        """Say what is written down."""
        if self._stage is Stage.SEALED:
            return translate("RoadStep", "It has left")
        if self._stage is Stage.DISPATCHED:
            return translate("RoadStep", "It was handed over…")
        return super().next_words()

    def possible(self) -> bool:
        """Say whether this person may write it down."""
        return not self._asking or self.may(UseCase.DELIVER_HANDOFF)

    def why_not(self) -> str:
        """Say who writes it down."""
        return self.not_yours()

    def forward(self) -> None:
        """Write the step down: a delivery is confirmed first."""
        if not self._asking:
            self._guide.go_on()
        elif self._stage is Stage.SEALED:
            self._dispatch()
        elif self._step() is not None:
            self._confirm()

    @property
    def _stage(self) -> Stage | None:
        return None if self.content.handoff is None else self.content.handoff.stage

    @property
    def _asking(self) -> bool:
        return self._stage in {Stage.SEALED, Stage.DISPATCHED}

    def _step(self) -> Step | None:
        panel, at = self._panel, self._panel.at.value()
        if at is None:
            panel.form.point_out({"at": translate("RoadStep", "Write the day and the hour, or press Now.")})
            return None
        panel.form.point_out({})
        return Step(at.at, panel.person.value(), panel.place.value(), panel.condition.value(), panel.late.value())

    def _dispatch(self) -> None:
        handoff, step = self.content.handoff, self._step()
        if handoff is not None and step is not None:
            self.run(partial(self._desk.road.dispatch, self._case, handoff.id, step), self._left, self._refused)

    def _confirm(self) -> None:
        question = translate("RoadStep", "Was it handed over to {person}?").format(person=self._panel.person.value())
        consequence = translate("RoadStep", "From then on the receiver has it. This is not taken back afterwards.")
        yes = translate("RoadStep", "Yes, it was handed over")
        confirmation = Confirmation(question, consequence, yes, self._panel)
        confirmation.back.rename(translate("RoadStep", "Look over what was written"))
        confirmation.confirmed.connect(self._deliver)
        confirmation.open()

    @Slot()
    def _deliver(self) -> None:
        handoff, step = self.content.handoff, self._step()
        if handoff is not None and step is not None:
            self.run(partial(self._desk.road.deliver, self._case, handoff.id, step), self._arrived, self._refused)

    @Slot(object)
    def _left(self, _handoff: HandoffView) -> None:
        self._panel.clear()
        self._draft.drop()
        self._guide.acted()

    @Slot(object)
    def _arrived(self, _handoff: HandoffView) -> None:
        self._panel.clear()
        self._draft.drop()
        self._guide.acted(Place.RECEIPT)

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        if not point_out(self._panel.form, error, ABOUT):
            self._guide.refuse(error)

    @Slot()
    def _set_back(self) -> None:
        if (handoff := self.content.handoff) is not None:
            WriteSetback(self._guide, handoff).open()

    @Slot()
    def _weigh(self) -> None:
        at = self._panel.at.value()
        leaving = self._stage is Stage.SEALED
        running = self.content.running((DISPATCH,)) if leaving else ()
        names = ", ".join(label(self.content.profile, "deadline", one.kind) for one in running)
        words = translate("RoadStep", "This meets: {deadlines}.").format(deadlines=names) if names else ""
        late = leaving and at is not None and self.content.late((DISPATCH,), at.at)
        self._panel.show_effect(words, late=late)
