"""Step 2: to whom the case goes and what is told of it: the purpose, the facts without names, the risk, the contact."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from justice_desk.accounts.rules import UseCase
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import HandoffId, ReceiverId
from justice_desk.handoffs.rules import Plan, ReceiverAbsent
from justice_desk.handoffs.views import HandoffView, ReceiverView
from ui.country import label
from ui.handoffs.codes import CodeChips
from ui.handoffs.content import Place
from ui.handoffs.names import suspects
from ui.handoffs.receiver_dialogs import ConfirmKey, EnterReceiver
from ui.handoffs.step import StepPanel, StepPresenter
from ui.handoffs.voiding import VoidHandoff
from ui.handoffs.words import key_state, receiver_words, stage_state
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button
from ui.widgets.choices import Choice, ChoiceList
from ui.widgets.entry import Entry, EntryList
from ui.widgets.fields import Form, TextArea, TextField
from ui.widgets.form_draft import DraftOffer, FormDraft
from ui.widgets.notices import Banner
from ui.widgets.refusals import point_out
from ui.workplace import Workplace

if TYPE_CHECKING:
    from ui.handoffs.guide import Guide

ABOUT: Mapping[type[DeskError], str] = {ReceiverAbsent: "receiver"}
NOTHING = Plan(ReceiverId(""), "", "", "", "")
"""What stands in the form of a handoff that is begun anew."""
STANDING = (
    "Ministerio Público",
    "Defensoría de la Niñez y Adolescencia",
    "Procuraduría General de la Nación",
    "Policía",
)
"""Names of offices that may stand in a text wherever the desk is."""


class PlanStep(StepPanel):
    """Asks for the plan of a handoff.

    Signals:
        new_receiver_requested: A receiver that is not on the list should be entered.
        confirm_requested: The key of the receiver that is chosen should be confirmed by telephone.
        earlier_requested: The earlier handoff that should be looked at.
        again_requested: The handoff should be given up, so that what is written can be changed.
        written: Something was typed in one of the texts.
    """

    new_receiver_requested = Signal()
    confirm_requested = Signal()
    again_requested = Signal()
    earlier_requested = Signal(str)
    written = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            translate("PlanStep", "Prepare"),
            translate(
                "PlanStep",
                "To whom the case goes, and what the letter says. Write codes, never names: who they are travels "
                "apart, closed.",
            ),
        )
        self.frozen = self.add(Banner("", Tone.ACTIVE, translate("PlanStep", "Give up and prepare anew")))
        self.frozen.asked.connect(self.again_requested)
        self.former = self.add(EntryList())
        self.offer = self.add(DraftOffer())
        self.form = self.add(Form())
        self.receiver = self.form.ask("receiver", translate("PlanStep", "To whom?"), ChoiceList(()))
        self.key = self.form.place(Banner("", Tone.WARNING, translate("PlanStep", "Confirm by telephone")))
        self.key.asked.connect(self.confirm_requested)
        self.new_receiver = self.form.place(Button(translate("PlanStep", "Another receiver"), icon="add"))
        self.new_receiver.clicked.connect(self.new_receiver_requested)
        self.purpose = self.form.ask(
            "purpose",
            translate("PlanStep", "What for?"),
            TextField(),
            translate("PlanStep", "For example: that V-01 be searched for and protected."),
        )
        self.facts = self.form.ask(
            "facts",
            translate("PlanStep", "What happened, without names"),
            TextArea(lines=6),
            translate("PlanStep", "What was seen or heard, when and where. What is not known is not needed."),
        )
        self.chips = self.form.place(CodeChips())
        self.chips.picked.connect(self._put_in)
        self.reminder = self.form.place(Banner("", Tone.WARNING))
        self.risk = self.form.ask(
            "risk",
            translate("PlanStep", "What is the danger now?"),
            TextArea(lines=2),
            translate("PlanStep", "For whom, from whom, and what is urgent."),
        )
        self.liaison_contact = self.form.ask(
            "liaison_contact",
            translate("PlanStep", "Whom may they call, safely?"),
            TextField(),
            translate(
                "PlanStep", "Somebody of the desk, with a telephone and hours. Never the telephone of the victim."
            ),
        )
        for editor in (self.purpose, self.facts, self.risk):
            editor.textChanged.connect(self.written)

    def show_plan(self, plan: Plan) -> None:
        """Put a plan into the form."""
        self.purpose.setText(plan.purpose)
        self.facts.setPlainText(plan.facts)
        self.risk.setPlainText(plan.risk)
        self.liaison_contact.setText(plan.liaison_contact)

    def plan(self) -> Plan:
        """Return the plan as it stands in the form."""
        return Plan(
            receiver=ReceiverId(self.receiver.value() or ""),
            purpose=self.purpose.value(),
            facts=self.facts.value(),
            risk=self.risk.value(),
            liaison_contact=self.liaison_contact.value(),
        )

    def freeze(self, words: str, *, for_good: bool) -> None:
        """Let nothing be changed any more, and say why; an empty text: it can be changed."""
        self.frozen.say(words)
        self.frozen.action.setHidden(for_good)
        for editor in (self.purpose, self.facts, self.risk, self.liaison_contact):
            editor.setReadOnly(bool(words))
        self.receiver.setEnabled(not words)
        self.new_receiver.setHidden(bool(words))
        self.chips.setHidden(bool(words) or not self.chips.chips)

    def _put_in(self, code: str) -> None:
        self.facts.insertPlainText(code)
        self.facts.setFocus(Qt.FocusReason.OtherFocusReason)


class PlanPresenter(StepPresenter):
    """Prepares a handoff, or changes what was prepared."""

    def __init__(self, panel: PlanStep, guide: "Guide") -> None:
        super().__init__(panel, guide)
        self._panel = panel
        self._moving = False
        self._shown: Plan | None = None
        self._receivers: tuple[ReceiverView, ...] | None = None
        self._draft = FormDraft(self._workplace, f"plan:{self._case}", panel.form, panel.offer, self)
        panel.written.connect(self._remind)
        panel.receiver.chosen.connect(self._show_key)
        panel.new_receiver_requested.connect(self._enter_receiver)
        panel.confirm_requested.connect(self._confirm_key)
        panel.again_requested.connect(self._give_up)
        panel.earlier_requested.connect(self._look_at)
        self._draft.changed.connect(guide.offer)
        self._draft.seek()

    def show_content(self) -> None:
        """Show the receivers and what was written; what is being typed is left alone."""
        content, panel = self.content, self._panel
        panel.chips.show_codes(
            Choice(party.code, label(content.profile, "party_role", party.role.value)) for party in content.case.parties
        )
        self._offer_receivers()
        if content.plan != self._shown:
            self._shown = content.plan
            panel.show_plan(self._shown or NOTHING)
            if self._shown is not None:
                self._choose(self._shown.receiver)
            self._draft.settle()
        sealed = content.handoff is not None and content.handoff.sealed_at is not None
        panel.freeze(self._why_frozen(sealed=sealed), for_good=sealed)
        panel.former.show_entries([self._former(one) for one in content.handoffs if one is not content.handoff])
        self._show_key()
        self._remind()

    def begin(self) -> None:
        """Put the cursor on the first question."""
        if not self.content.frozen:
            self._panel.receiver.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_words(self) -> str:
        """Say that what is typed is kept first."""
        return super().next_words() if self._settled else translate("PlanStep", "Save and go on")

    def possible(self) -> bool:
        """Say whether this person may prepare it."""
        return self._settled or self.may(UseCase.PREPARE_HANDOFF)

    def forward(self) -> None:
        """Keep the plan and go on."""
        if self._settled:
            self._guide.go_on()
        else:
            self._keep(moving=True)

    def save(self) -> None:
        """Keep the plan, and stay."""
        if not self._settled:
            self._keep(moving=False)

    @property
    def _settled(self) -> bool:
        return self.content.handoff is not None and (self.content.frozen or not self._draft.text())

    def _keep(self, *, moving: bool) -> None:
        if not self._panel.receiver.value():
            self._panel.form.point_out({"receiver": translate("PlanStep", "Choose to whom the case goes.")})
            return
        self._moving = moving
        plan, handoff = self._panel.plan(), self.content.handoff
        if handoff is None:
            work = partial(self._desk.handoffs.prepare, self._case, plan)
        else:
            work = partial(self._desk.handoffs.change, self._case, handoff.id, plan)
        self._panel.form.point_out({})
        self.run(work, self._kept, self._refused)

    @Slot(object)
    def _kept(self, handoff: HandoffView) -> None:
        self._shown = handoff.plan
        self._draft.drop()
        self._guide.acted(Place.PAPERS if self._moving else None)

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        if not point_out(self._panel.form, error, ABOUT):
            self._guide.refuse(error)

    def _offer_receivers(self) -> None:
        receivers = self.content.receivers
        if receivers == self._receivers:
            return
        words = (
            translate("PlanStep", "Enter a receiver") if not receivers else translate("PlanStep", "Another receiver")
        )
        self._panel.new_receiver.rename(words)
        known = receivers if self._receivers is None else self._receivers
        new = {one.id for one in receivers} - {one.id for one in known}
        chosen, self._receivers = self._panel.receiver.value(), receivers
        self._panel.receiver.offer(
            Choice(one.id, receiver_words(one), f"{one.place} · {key_state(one).word}") for one in receivers
        )
        if len(new) == 1:
            self._choose(next(iter(new)))
        elif chosen is not None:
            self._choose(ReceiverId(chosen))

    def _choose(self, receiver: ReceiverId) -> None:
        if any(one.id == receiver for one in self.content.receivers):
            self._panel.receiver.choose(receiver)

    def _chosen(self) -> ReceiverView | None:
        return next((one for one in self.content.receivers if one.id == self._panel.receiver.value()), None)

    def _why_frozen(self, *, sealed: bool) -> str:
        if not self.content.frozen:
            return ""
        if sealed:
            return translate("PlanStep", "This was sealed with these words. Nothing in it changes any more.")
        return translate(
            "PlanStep",
            "The letter was issued with these words. To change them, give this handoff up and prepare it anew: what "
            "you wrote is kept.",
        )

    @Slot()
    def _show_key(self) -> None:
        receiver = self._chosen()
        unconfirmed = receiver is not None and receiver.confirmed_at is None
        words = translate(
            "PlanStep",
            "Nobody has heard this receiver read out its key. A false key would give the case to somebody else: call, "
            "and confirm it.",
        )
        self._panel.key.say(words if unconfirmed else "")

    @Slot()
    def _remind(self) -> None:
        if self.content.frozen:
            self._panel.reminder.say("")
            return
        panel, profile = self._panel, self.content.profile
        text = f"{panel.purpose.text()}\n{panel.facts.toPlainText()}\n{panel.risk.toPlainText()}"
        offices = [one.name for one in profile.institutions]
        offices += [f"{one.institution} {one.office} {one.place}" for one in self.content.receivers]
        found = suspects(text, [*offices, *STANDING])
        words = translate("PlanStep", "This looks like a name or a number: {found}. Write a code instead: V-01, T-01.")
        panel.reminder.say(words.format(found=", ".join(f"“{one}”" for one in found)) if found else "")

    @Slot()
    def _enter_receiver(self) -> None:
        EnterReceiver(self._workplace, self._panel).open()

    @Slot()
    def _confirm_key(self) -> None:
        if (receiver := self._chosen()) is not None:
            ConfirmKey(self._workplace, receiver, self._panel).open()

    @Slot()
    def _give_up(self) -> None:
        if (handoff := self.content.handoff) is not None:
            VoidHandoff(self._guide, handoff).open()

    @Slot(str)
    def _look_at(self, handoff: str) -> None:
        self._guide.look_at(HandoffId(handoff))

    def _former(self, handoff: HandoffView) -> Entry:
        at = handoff.custody[-1].event.at if handoff.custody else handoff.prepared_at
        when = moment_text(at, self._workplace.zone)
        title = translate("PlanStep", "Earlier: {when}").format(when=when)
        buttons = []
        if handoff.sealed_at is not None:
            see = Button(translate("PlanStep", "See"), icon="show")
            see.setAccessibleName(f"{see.word}: {title}")
            see.clicked.connect(partial(self._panel.earlier_requested.emit, handoff.id))
            buttons.append(see)
        lines = (receiver_words(handoff.receiver), handoff.packet_id, handoff.void_reason)
        return Entry(title, lines, stage_state(self.content.profile, handoff.stage), buttons)
