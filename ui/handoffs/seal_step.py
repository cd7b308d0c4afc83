"""Step 5: sealing. Everything becomes one closed packet on a drive, which is read back before it counts as exported."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from justice_desk.accounts.rules import UseCase
from justice_desk.foundations.errors import DeskError
from justice_desk.handoffs.rules import IdentityInTheOpen, Stage
from justice_desk.handoffs.views import HandoffView
from ui.handoffs.content import Place
from ui.handoffs.drives import Drive, plugged_in
from ui.handoffs.figures import Figures
from ui.handoffs.seal_progress import SealProgress
from ui.handoffs.step import StepPanel, StepPresenter
from ui.handoffs.voiding import VoidHandoff
from ui.handoffs.words import hash_words, receiver_words, size_words
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import State, Tone
from ui.widgets.buttons import Button
from ui.widgets.choices import Choice, ChoiceList
from ui.widgets.dialogs import Confirmation
from ui.widgets.digits import grouped
from ui.widgets.entry import Entry, EntryList
from ui.widgets.fields import Form
from ui.widgets.notices import Banner
from ui.widgets.page import bring_into_view
from ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from ui.handoffs.guide import Guide


class SealStep(StepPanel):
    """Asks where the packet goes, shows how far it is, and what came of it.

    Signals:
        drives_requested: The drives that are plugged in should be looked for anew.
        folder_requested: Another folder should be chosen.
        again_requested: The handoff should be given up, because its papers name somebody.
        target_changed: A drive or folder was chosen.
    """

    drives_requested = Signal()
    folder_requested = Signal()
    again_requested = Signal()
    target_changed = Signal()

    def __init__(self) -> None:
        super().__init__(
            translate("SealStep", "Seal"),
            translate("SealStep", "Everything is closed into one packet that only the receiver can open."),
        )
        self.result = self.add(EntryList())
        self.figures = self.add(Figures())
        self.next = self.add(Text("", Role.BODY))
        self.form = self.add(Form())
        self.target = self.form.ask(
            "target",
            translate("SealStep", "Where is it written?"),
            ChoiceList(()),
            translate("SealStep", "Best on a drive that is used for nothing else. No name stands on it."),
        )
        self.none = self.form.place(Text("", Role.MUTED))
        self.look_again = Button(translate("SealStep", "Look for drives again"), icon="refresh")
        self.other = Button(translate("SealStep", "Another folder"), icon="folder-open")
        self.form.place(_row(self.look_again, self.other))
        self.look_again.clicked.connect(self.drives_requested)
        self.other.clicked.connect(self.folder_requested)
        self.target.chosen.connect(self.target_changed)
        self.steps = self.add(EntryList())
        self.steps.show_entries([Entry(title, (text,)) for title, text in what_happens()])
        self.progress = self.add(SealProgress())
        self.refusal = self.add(Banner("", Tone.DANGER, translate("SealStep", "Give up and prepare anew")))
        self.refusal.asked.connect(self.again_requested)
        self.refusal.hide()
        self.stopped = self.add(Banner("", Tone.WARNING))
        self.stopped.hide()

    def show_targets(self, choices: Sequence[Choice], chosen: str | None) -> None:
        """Show where the packet can go."""
        self.target.offer(choices)
        if chosen is not None and any(choice.value == chosen for choice in choices):
            self.target.choose(chosen)

    def say_none(self, *, none: bool) -> None:
        """Say that no drive is plugged in."""
        self.none.setText(translate("SealStep", "No drive is plugged in. Plug one in, or choose a folder."))
        self.none.setVisible(none)

    def asks(self, *, asks: bool) -> None:
        """Show the questions, or only what came of them."""
        self.form.setVisible(asks)
        self.steps.setVisible(asks)

    def refuse(self, words: str, *, anew: bool) -> None:
        """Say why it was not sealed, and offer to prepare anew where the papers are the reason."""
        self.refusal.say(words)
        self.refusal.action.setVisible(anew)
        bring_into_view(self.refusal)


class SealPresenter(StepPresenter):
    """Seals a handoff into a packet."""

    def __init__(self, panel: SealStep, guide: "Guide") -> None:
        super().__init__(panel, guide)
        self._panel = panel
        self._folders: list[Path] = []
        self._drives: tuple[Drive, ...] = ()
        self._written: Path | None = None
        self._answered = False
        self._running = False
        panel.drives_requested.connect(self._look_for_drives)
        panel.folder_requested.connect(self._choose_folder)
        panel.again_requested.connect(self._give_up)
        panel.target_changed.connect(guide.offer)

    def show_content(self) -> None:
        """Show the questions while it is not sealed, afterwards what was sealed."""
        handoff = self.content.handoff
        sealed = handoff is not None and handoff.sealed_at is not None
        self._panel.asks(asks=not sealed and not self._running)
        self._panel.result.show_entries([self._result(handoff)] if handoff is not None and sealed else [])
        self._panel.figures.show_figures(self._figures(handoff) if handoff is not None and sealed else [])
        self._panel.next.setText(_what_next() if sealed else "")
        self._panel.next.setVisible(sealed)

    def begin(self) -> None:
        """Look for drives."""
        if self._asking:
            self._look_for_drives()

    def next_words(self) -> str:
        """Say that it is sealed."""
        return translate("SealStep", "Seal…") if self._asking else super().next_words()

    def possible(self) -> bool:
        """Say whether it can be sealed now."""
        if self._running:
            return False
        return not self._asking or (self._panel.target.value() is not None and self.may(UseCase.SEAL_HANDOFF))

    def why_not(self) -> str:
        """Say who seals, or that a place is needed."""
        if self._running:
            return ""
        if not self.may(UseCase.SEAL_HANDOFF):
            return self.not_yours()
        return translate("SealStep", "Choose first where it is written.")

    def forward(self) -> None:
        """Ask once more, then seal."""
        handoff = self.content.handoff
        if handoff is None or not self._asking:
            self._guide.go_on()
            return
        consequence = translate(
            "SealStep",
            "It goes to {receiver}. Once it is sealed, nothing in it changes any more; what is missing then travels in "
            "another packet.",
        ).format(receiver=receiver_words(handoff.receiver))
        question = translate("SealStep", "Seal this handoff now?")
        confirmation = Confirmation(question, consequence, translate("SealStep", "Seal it"), self._panel)
        confirmation.back.rename(translate("SealStep", "Look over what was written"))
        confirmation.back.clicked.connect(self._look_over)
        confirmation.confirmed.connect(self._seal)
        confirmation.open()

    @property
    def _asking(self) -> bool:
        return self.content.handoff is not None and self.content.handoff.stage is Stage.REVIEWED

    @Slot()
    def _look_over(self) -> None:
        self.go_to(Place.REVIEW)

    @Slot()
    def _seal(self) -> None:
        handoff, target = self.content.handoff, self._panel.target.value()
        if handoff is None or target is None:
            return
        self._panel.refusal.say("")
        self._panel.stopped.say("")
        self._written, self._answered, self._running = Path(target), False, True
        self._panel.asks(asks=False)
        work = partial(self._desk.sealing.seal, self._case, handoff.id, Path(target))
        job = self._workplace.jobs.run_long(work, self._sealed, self._refused)
        job.ended.connect(self._rest)
        self._panel.progress.watch(job)
        self._panel.progress.stop.setFocus()
        self._guide.frame.busy(busy=True)

    @Slot(object)
    def _sealed(self, _handoff: HandoffView) -> None:
        self._answered = True
        self._guide.acted()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        self._answered = True
        self._panel.refuse(sentence(error), anew=isinstance(error, IdentityInTheOpen))

    @Slot()
    def _rest(self) -> None:
        self._running = False
        if not self._answered:
            self._panel.stopped.say(translate("SealStep", "It was stopped. Nothing was left on the drive."))
        self.show_content()
        self._guide.offer()

    @Slot()
    def _look_for_drives(self) -> None:
        self._workplace.jobs.run_read(plugged_in, self._show_drives)

    @Slot(object)
    def _show_drives(self, drives: tuple[Drive, ...]) -> None:
        self._drives = drives
        self._offer_targets(self._panel.target.value())

    def _offer_targets(self, chosen: str | None) -> None:
        free = translate("SealStep", "Drive · free: {size}")
        choices = [Choice(str(one.folder), one.name, free.format(size=size_words(one.free))) for one in self._drives]
        folder = translate("SealStep", "A folder of this laptop")
        choices += [Choice(str(one), str(one), folder) for one in self._folders]
        only = choices[0].value if len(choices) == 1 else None
        self._panel.show_targets(choices, chosen or only)
        self._panel.say_none(none=not choices)
        self._guide.offer()

    @Slot()
    def _choose_folder(self) -> None:
        chooser = QFileDialog(self._panel, translate("SealStep", "Where the packet is written"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self.take_folder)
        chooser.open()

    @Slot(str)
    def take_folder(self, folder: str) -> None:
        """Let the packet be written to a folder of this laptop."""
        if Path(folder) not in self._folders:
            self._folders.append(Path(folder))
        self._offer_targets(str(Path(folder)))

    @Slot()
    def _give_up(self) -> None:
        if (handoff := self.content.handoff) is not None:
            self._panel.refusal.say("")
            VoidHandoff(self._guide, handoff).open()

    def _result(self, handoff: HandoffView) -> Entry:
        exported = State(translate("SealStep", "Exported and read back"), Tone.GOOD)
        where = "" if self._written is None else str(self._written / handoff.packet_id)
        size = translate("SealStep", "Size: {size}").format(size=size_words(handoff.packet_bytes))
        title = translate("SealStep", "Packet {packet}").format(packet=handoff.packet_id)
        return Entry(title, (where, size), exported)

    def _figures(self, handoff: HandoffView) -> list[tuple[str, str]]:
        return [
            (translate("SealStep", "SHA-256 of the packet"), hash_words(handoff.packet_sha256)),
            (translate("SealStep", "Digits of the key this office seals with"), grouped(self.content.sealed_by)),
        ]


def _row(*buttons: Button) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return whole


def what_happens() -> tuple[tuple[str, str], ...]:
    """Return what sealing does, in three steps."""
    return (
        (
            translate("SealStep", "It is written"),
            translate("SealStep", "The papers go into one file. Who is who goes into a second envelope inside it."),
        ),
        (
            translate("SealStep", "It is closed"),
            translate("SealStep", "Only the key of the receiver opens it. There is no password to send along."),
        ),
        (
            translate("SealStep", "It is read back"),
            translate("SealStep", "Only when the drive gives back what was written does it count as exported."),
        ),
    )


def _what_next() -> str:
    return translate(
        "SealStep",
        "Take the drive out safely and put it into an envelope without names. On the telephone, read out to the "
        "receiver the digits of the key this office seals with: then they can see that it comes from you. Whoever "
        "opens the packet finds twenty digits in it; that receipt code is entered at the end.",
    )
