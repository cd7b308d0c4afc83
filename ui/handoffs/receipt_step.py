"""Step 7: the receipt. A stamp and a number, one of them alone, or the twenty digits that only a reader can say."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from justice_desk.accounts.rules import UseCase
from justice_desk.foundations.errors import DeskError
from justice_desk.handoffs.rules import AcknowledgementWrong, MomentImpossible, Receipt, ReceiptKind, Stage
from justice_desk.handoffs.views import HandoffView
from ui.country import label
from ui.handoffs.custody import CustodyLine
from ui.handoffs.setback import WriteSetback, possible_setbacks
from ui.handoffs.step import StepPanel, StepPresenter
from ui.handoffs.words import answer_state
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.badge import State, Tone
from ui.widgets.buttons import Button
from ui.widgets.choices import Choice, ChoiceList
from ui.widgets.digits import DigitsField, grouped
from ui.widgets.entry import Entry, EntryList
from ui.widgets.fields import Form, TextArea, TextField
from ui.widgets.form_draft import DraftOffer, FormDraft
from ui.widgets.moment import MomentField
from ui.widgets.notices import Banner
from ui.widgets.refusals import point_out
from ui.workplace import Workplace

if TYPE_CHECKING:
    from ui.handoffs.guide import Guide

ABOUT: Mapping[type[DeskError], str] = {MomentImpossible: "received_at", AcknowledgementWrong: "code"}
CODE_DIGITS = 20
NUMBERED = frozenset({ReceiptKind.STAMP_AND_NUMBER, ReceiptKind.NUMBER})


class ReceiptStep(StepPanel):
    """Shows what came back, and asks for it.

    Signals:
        kind_changed: Another kind of receipt was chosen.
        setback_requested: It came back or was refused, and that should be written down.
        complement_requested: Something more should be sent.
    """

    kind_changed = Signal()
    setback_requested = Signal()
    complement_requested = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            translate("ReceiptStep", "Receipt"),
            translate("ReceiptStep", "What the receiver gives back, so that nobody can say that nothing came."),
        )
        self.standing = self.add(EntryList())
        self.done = self.add(Banner("", Tone.GOOD))
        self.offer = self.add(DraftOffer())
        self.again = self.add(Button(translate("ReceiptStep", "Write down another receipt"), icon="add"))
        self.again.clicked.connect(self._ask_again)
        self.complement = self.add(Button(translate("ReceiptStep", "Send something more"), icon="send"))
        self.complement.clicked.connect(self.complement_requested)
        self.question = self.section(translate("ReceiptStep", "Write down the receipt"))
        self.form = self.add(Form())
        self.kind = self.form.ask("kind", translate("ReceiptStep", "What came back?"), ChoiceList(()))
        self.received_at = self.form.ask(
            "received_at",
            translate("ReceiptStep", "When?"),
            MomentField(workplace.clock, workplace.zone, asks_precision=False),
        )
        self.number = self.form.ask(
            "number",
            translate("ReceiptStep", "Number that the receiver gave"),
            TextField(),
            translate("ReceiptStep", "As it stands on the paper, with its letters and strokes."),
        )
        self.code = self.form.ask(
            "code",
            translate("ReceiptStep", "Receipt code, twenty digits"),
            DigitsField(CODE_DIGITS),
            translate("ReceiptStep", "Whoever opened the packet reads it out. Type what you hear."),
        )
        self.signed_by = self.form.ask(
            "signed_by", translate("ReceiptStep", "Who signed or answered?"), TextField(), needed=False
        )
        self.note = self.form.ask("note", translate("ReceiptStep", "Remark"), TextArea(lines=2), needed=False)
        self.trouble = self.add(
            Button(translate("ReceiptStep", "It came back, or something went wrong"), icon="warning")
        )
        self.trouble.clicked.connect(self.setback_requested)
        self.section(translate("ReceiptStep", "Who had the packet"))
        self.custody = self.add(CustodyLine())
        self.kind.chosen.connect(self.kind_changed)

    def asks(self, *, asks: bool) -> None:
        """Show the questions, or only that another receipt can be written down."""
        self.again.setHidden(asks)
        self.question.setVisible(asks)
        self.form.setVisible(asks)

    def ask_for(self, kind: ReceiptKind | None) -> None:
        """Show only the questions of this kind of receipt."""
        self.form.fields["number"].setVisible(kind in NUMBERED)
        self.form.fields["code"].setVisible(kind is ReceiptKind.CODE)

    def clear(self) -> None:
        """Make the form ready for another receipt."""
        for edit in (self.number, self.code, self.signed_by, self.received_at.day.edit, self.received_at.hour):
            edit.clear()
        self.note.clear()

    def _ask_again(self) -> None:
        self.asks(asks=True)
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        self.kind_changed.emit()


class ReceiptPresenter(StepPresenter):
    """Enters what came back."""

    def __init__(self, panel: ReceiptStep, guide: "Guide") -> None:
        super().__init__(panel, guide)
        self._panel = panel
        meanings = kind_meanings()
        panel.kind.offer(
            Choice(kind, label(self.content.profile, "receipt_kind", kind.value), meanings[kind])
            for kind in ReceiptKind
        )
        self._draft = FormDraft(self._workplace, f"receipt:{self._case}", panel.form, panel.offer, self)
        panel.kind_changed.connect(self._ask)
        panel.setback_requested.connect(self._set_back)
        panel.complement_requested.connect(self._guide.begin_anew)
        self._draft.changed.connect(guide.offer)
        self._draft.seek()
        self._ask()

    def show_content(self) -> None:
        """Show what came back."""
        handoff, panel = self.content.handoff, self._panel
        if handoff is None or handoff.dispatched_at is None:
            return
        zone = self._workplace.zone
        entries = [self._entry(receipt) for receipt in handoff.receipts]
        if (answer := answer_state(handoff, zone)) is not None:
            words = translate("ReceiptStep", "Nothing came back yet")
            entries.append(Entry(words, (translate("ReceiptStep", "Call or go there, and ask for it."),), answer))
        panel.standing.show_entries(entries)
        words = translate("ReceiptStep", "The receiver has confirmed it. The way of this handoff is complete.")
        panel.done.say(words if handoff.stage in {Stage.ACKNOWLEDGED, Stage.CONCLUDED} else "")
        over = handoff.stage in {Stage.ACKNOWLEDGED, Stage.CONCLUDED}
        panel.complement.setVisible(over and self.content.looked_at is None and self.may(UseCase.PREPARE_HANDOFF))
        panel.asks(asks=not handoff.receipts or bool(self._draft.text()))
        panel.trouble.setVisible(bool(possible_setbacks(handoff)))
        panel.trouble.setEnabled(self.may(UseCase.ENTER_RECEIPT))
        panel.custody.show_events(handoff.custody, self.content.profile, zone)

    def begin(self) -> None:
        """Put the cursor on the first question."""
        if self._waiting:
            self._panel.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_words(self) -> str:
        """Say that the receipt is entered, where one is asked for."""
        if self._panel.form.isHidden():
            return ""
        return translate("ReceiptStep", "Write the receipt down")

    def possible(self) -> bool:
        """Say whether there is something to enter and this person may."""
        return self.may(UseCase.ENTER_RECEIPT) and (self._waiting or bool(self._draft.text()))

    def forward(self) -> None:
        """Enter the receipt."""
        handoff, panel = self.content.handoff, self._panel
        kind, at = panel.kind.value(), panel.received_at.value()
        faults = {}
        if kind is None:
            faults["kind"] = translate("ReceiptStep", "Choose what came back.")
        if at is None:
            faults["received_at"] = translate("ReceiptStep", "Write the day and the hour, or press Now.")
        if kind == ReceiptKind.CODE and not panel.code.whole:
            words = translate("ReceiptStep", "It takes twenty digits; there are {count}.")
            faults["code"] = words.format(count=len(panel.code.value()))
        panel.form.point_out(faults)
        if handoff is None or kind is None or at is None or faults:
            return
        receipt = Receipt(
            ReceiptKind(kind),
            at.at,
            panel.number.value() if ReceiptKind(kind) in NUMBERED else "",
            panel.signed_by.value(),
            panel.code.value() if kind == ReceiptKind.CODE else "",
            panel.note.value(),
        )
        work = partial(self._desk.road.enter_receipt, self._case, handoff.id, receipt)
        self.run(work, self._entered, self._refused)

    def save(self) -> None:
        """Enter the receipt."""
        if self.possible():
            self.forward()

    @property
    def _waiting(self) -> bool:
        handoff = self.content.handoff
        return handoff is not None and not handoff.receipts and handoff.dispatched_at is not None

    @Slot(object)
    def _entered(self, _handoff: HandoffView) -> None:
        self._panel.clear()
        self._draft.drop()
        self._guide.acted()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        if not point_out(self._panel.form, error, ABOUT):
            self._guide.refuse(error)

    @Slot()
    def _ask(self) -> None:
        value = self._panel.kind.value()
        self._panel.ask_for(None if value is None else ReceiptKind(value))
        self._guide.offer()

    @Slot()
    def _set_back(self) -> None:
        if (handoff := self.content.handoff) is not None:
            WriteSetback(self._guide, handoff).open()

    def _entry(self, receipt: Receipt) -> Entry:
        kind = label(self.content.profile, "receipt_kind", receipt.kind.value)
        when = moment_text(receipt.received_at, self._workplace.zone)
        number = receipt.number or grouped(receipt.code)
        proven = receipt.kind in {ReceiptKind.STAMP_AND_NUMBER, ReceiptKind.CODE}
        marked = State(translate("ReceiptStep", "Incomplete, and accepted"), Tone.WARNING)
        state = State(translate("ReceiptStep", "Complete"), Tone.GOOD) if proven else marked
        return Entry(f"{when} · {kind}", (number, receipt.signed_by, receipt.note), state)


def kind_meanings() -> dict[ReceiptKind, str]:
    """Return what each kind of receipt is worth."""
    return {
        ReceiptKind.STAMP_AND_NUMBER: translate(
            "ReceiptStep", "The copy came back stamped, with the receiver's number."
        ),
        ReceiptKind.STAMP: translate("ReceiptStep", "Stamped without a number. It counts; ask for the number later."),
        ReceiptKind.NUMBER: translate("ReceiptStep", "A number without a stamp. It counts; ask for the stamp later."),
        ReceiptKind.CODE: translate("ReceiptStep", "It proves that this very packet was opened."),
    }
