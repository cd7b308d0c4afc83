"""Step 4: looking through everything that goes before it is closed, alone where nobody else is there."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from justice_desk.accounts.rules import UseCase
from justice_desk.handoffs.rules import Lacking, Stage
from justice_desk.handoffs.views import HandoffView
from ui.cases.tab_keys import TabKey
from ui.handoffs.content import Place
from ui.handoffs.figures import Figures
from ui.handoffs.receiver_dialogs import ConfirmKey, key_figures
from ui.handoffs.step import StepPanel, StepPresenter
from ui.handoffs.words import confirmed_words, key_state, lacking_words, receiver_words
from ui.i18n import translate
from ui.widgets.badge import State, Tone
from ui.widgets.buttons import Button
from ui.widgets.choices import CheckRow, Choice
from ui.widgets.entry import Entry, EntryList
from ui.widgets.fields import Form
from ui.widgets.notices import Banner
from ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from ui.handoffs.guide import Guide


class ReviewStep(StepPanel):
    """Shows what goes, to whom, and what is lacking.

    Signals:
        mend_requested: The code of what is lacking and should be mended.
        ticked: The box changed.
    """

    mend_requested = Signal(str)
    ticked = Signal()

    def __init__(self) -> None:
        super().__init__(
            translate("ReviewStep", "Review"),
            translate("ReviewStep", "Read it slowly, aloud if somebody listens. Afterwards it is closed."),
        )
        self.done = self.add(Banner("", Tone.GOOD))
        self.lacking_title = self.section(translate("ReviewStep", "What is lacking"))
        self.lacking = self.add(EntryList())
        self.section(translate("ReviewStep", "To whom"))
        self.receiver = self.add(EntryList())
        self.digits = self.add(Figures())
        self.section(translate("ReviewStep", "What goes"))
        self.papers = self.add(EntryList())
        self.section(translate("ReviewStep", "What it says"))
        self.says = self.add(EntryList())
        self.form = self.add(Form())
        self.with_another = self.form.place(Text("", Role.MUTED))
        alone = Choice("alone", translate("ReviewStep", "I review it by myself, and that is written down"))
        self.alone = self.form.ask(
            "alone",
            translate("ReviewStep", "Nobody else is reviewing"),
            CheckRow(alone),
            translate("ReviewStep", "If somebody else is near, let them read it. If nobody is, go on alone."),
        )
        self.alone.toggled.connect(self.ticked)

    def show_writer(self, writer: str, *, alone: bool) -> None:
        """Ask whoever wrote it to say that they review it alone; tell anybody else who wrote it."""
        self.form.fields["alone"].setVisible(alone)
        words = translate("ReviewStep", "{person} prepared it, and somebody else reviews it: that is how it should be.")
        self.with_another.setText(words.format(person=writer))
        self.with_another.setVisible(not alone)

    def show_lacking(self, lacking: list[tuple[Lacking, str, str, bool]]) -> None:
        """Show what is lacking: its code, its words, the word of the button that mends it, whether it must not lack."""
        entries = []
        for code, words, mend, needed in lacking:
            button = Button(mend)
            button.setAccessibleName(f"{mend}: {words}")
            button.clicked.connect(partial(self.mend_requested.emit, code.value))
            word = translate("ReviewStep", "Needed") if needed else translate("ReviewStep", "May be lacking")
            entries.append(Entry(words, (), State(word, Tone.DANGER if needed else Tone.WARNING), (button,)))
        self.lacking.show_entries(entries)
        self.lacking_title.setHidden(not entries)


class ReviewPresenter(StepPresenter):
    """Notes that a handoff was looked through."""

    def __init__(self, panel: ReviewStep, guide: "Guide") -> None:
        super().__init__(panel, guide)
        self._panel = panel
        panel.mend_requested.connect(self._mend)
        panel.ticked.connect(guide.offer)

    def show_content(self) -> None:
        """Show everything that goes."""
        handoff = self.content.handoff
        if handoff is None:
            return
        panel, profile = self._panel, self.content.profile
        panel.show_lacking(
            [
                (one, lacking_words(profile, one), self._mending(one), one in {Lacking.ACTA, Lacking.OFICIO})
                for one in handoff.lacking
                if one is not Lacking.REVIEW
            ]
        )
        receiver = handoff.receiver
        where = (receiver.place, confirmed_words(receiver, self._workplace.zone))
        panel.receiver.show_entries([Entry(receiver_words(receiver), where, key_state(receiver))])
        panel.digits.show_figures(key_figures(receiver))
        panel.papers.show_entries(self._papers(handoff))
        panel.says.show_entries(_said(handoff))
        reviewed = handoff.stage is not Stage.PREPARING
        panel.done.say(_reviewed(handoff) if reviewed else "")
        panel.form.setHidden(reviewed)
        panel.show_writer(self.content.writers.get(handoff.id, ""), alone=self.content.alone)

    def begin(self) -> None:
        """Begin to read at the top."""
        self._panel.verticalScrollBar().setValue(0)

    def next_words(self) -> str:
        """Say that it is noted as reviewed."""
        return translate("ReviewStep", "It is reviewed") if self._preparing else super().next_words()

    def possible(self) -> bool:
        """Say whether nothing needed is lacking and this person may review."""
        handoff = self.content.handoff
        if handoff is None or not self._preparing:
            return handoff is not None
        lacks = {Lacking.ACTA, Lacking.OFICIO} & set(handoff.lacking)
        return not lacks and self.may(UseCase.REVIEW_HANDOFF)

    def why_not(self) -> str:
        """Say what is lacking, or who reviews."""
        if not self.may(UseCase.REVIEW_HANDOFF):
            return self.not_yours()
        return translate("ReviewStep", "The papers come first: see above what is lacking.")

    def forward(self) -> None:
        """Note that it was reviewed, and go on."""
        handoff = self.content.handoff
        if handoff is None or not self._preparing:
            self._guide.go_on()
        elif self.content.alone and not self._panel.alone.isChecked():
            words = translate("ReviewStep", "Tick this after reading, so that it is written down who reviewed it.")
            self._panel.form.point_out({"alone": words})
        else:
            self._panel.form.point_out({})
            self.run(partial(self._desk.handoffs.review, self._case, handoff.id), self._noted)

    @property
    def _preparing(self) -> bool:
        return self.content.handoff is not None and self.content.handoff.stage is Stage.PREPARING

    @Slot(object)
    def _noted(self, _handoff: HandoffView) -> None:
        self._panel.alone.setChecked(False)
        self._guide.acted(Place.SEAL)

    @Slot(str)
    def _mend(self, code: str) -> None:
        lacking, handoff = Lacking(code), self.content.handoff
        if lacking is Lacking.VICTIM_IDENTITY:
            self._workplace.navigator.open_case(self._case, TabKey.PEOPLE)
        elif lacking is Lacking.RECEIVER_CONFIRMED and handoff is not None:
            ConfirmKey(self._workplace, handoff.receiver, self._panel).open()
        else:
            self.go_to(Place.PAPERS)

    def _mending(self, lacking: Lacking) -> str:
        if lacking is Lacking.VICTIM_IDENTITY:
            return translate("ReviewStep", "Write who they are")
        if lacking is Lacking.RECEIVER_CONFIRMED:
            return translate("ReviewStep", "Confirm by telephone")
        return translate("ReviewStep", "Go to the papers")

    def _papers(self, handoff: HandoffView) -> list[Entry]:
        going = [one for one in self.content.documents if one.id in handoff.documents]
        sheets = translate("ReviewStep", "Sheets: {sheets}")
        entries = [Entry(f"{one.title} · {one.number}", (sheets.format(sheets=one.pages),)) for one in going]
        named = [party.code for party in self.content.case.parties if party.identity_written]
        if named:
            words = translate("ReviewStep", "Envelope of identities, closed apart")
            who = translate("ReviewStep", "Who these are: {codes}. Only the receiver's own key opens it.")
            entries.append(Entry(words, (who.format(codes=", ".join(named)),)))
        return entries


def _said(handoff: HandoffView) -> list[Entry]:
    plan = handoff.plan
    parts = (
        (translate("ReviewStep", "What for"), plan.purpose),
        (translate("ReviewStep", "What happened"), plan.facts),
        (translate("ReviewStep", "The danger now"), plan.risk),
        (translate("ReviewStep", "Whom they may call"), plan.liaison_contact),
    )
    return [Entry(title, (text,)) for title, text in parts]


def _reviewed(handoff: HandoffView) -> str:
    if handoff.reviewed_alone:
        return translate("ReviewStep", "Reviewed by one person alone; the journal says so.")
    return translate("ReviewStep", "Reviewed.")
