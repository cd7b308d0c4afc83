"""When the desk does not open: what is wrong, and the three ways on: restore a backup, save what can be read, look."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.accounts.views import StoreStanding
from justice_desk.foundations.errors import DeskError
from justice_desk.vault.rules import Damage, Finding
from ui.background import Job, Jobs
from ui.backups.findings import damage_words, place_words
from ui.entrance import Entrance, OpenedDesk
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import State, Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.entry import Entry, EntryList
from ui.widgets.fields import Form, SecretField, TextField
from ui.widgets.notices import Banner
from ui.widgets.page import PageScaffold, bring_into_view
from ui.widgets.rows import RowList, RowText
from ui.widgets.work import WorkProgress

MOST = 12
"""So many findings are shown; the first ones tell what to do."""
HARMLESS = frozenset({Damage.HEADER_MISSING, Damage.HEADER_UNREADABLE, Damage.HEADER_OLDER, Damage.SCHEMA_OLDER})
"""What the next opening mends by itself."""


class TroublePage(PageScaffold):
    """What can be done when the desk does not open.

    Signals:
        left: Back to the lock page.
        opened: The `OpenedDesk`, to look at only.
        restore_requested: The desk should come back from a backup.
        salvage_requested: What can be read should be saved.
    """

    left = Signal()
    opened = Signal(object)
    restore_requested = Signal()
    salvage_requested = Signal()

    def __init__(self, entrance: Entrance, jobs: Jobs, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Trouble", "If the desk does not open"),
            translate("Trouble", "Nothing on this page erases anything. Begin by checking."),
            parent=parent,
        )
        self._entrance, self._jobs = entrance, jobs
        self.section(
            translate("Trouble", "1. Check what is wrong"),
            translate("Trouble", "The whole store is read and compared. Nothing in it is changed."),
        )
        self.form = self.add(Form())
        self.name = self.form.ask("name", translate("Trouble", "Your name"), TextField(name))
        self.passphrase = self.form.ask("passphrase", translate("Trouble", "Your passphrase"), SecretField())
        self.check = self.form.place(Button(translate("Trouble", "Check the store"), Kind.PRIMARY, "search"))
        self.check.clicked.connect(self._check)
        self.passphrase.submitted.connect(self._check)
        self.progress = self.add(WorkProgress("", stoppable=False))
        self.verdict = self.add(Banner("", Tone.GOOD))
        self.trouble = self.add(Banner("", Tone.DANGER))
        self.verdict.hide()
        self.trouble.hide()
        self.findings = self.add(EntryList())
        self.section(translate("Trouble", "2. Go on"))
        self.ways = self.add(RowList())
        self.restore = self.ways.add(_row("drive", *_restore_words()))
        self.salvage = self.ways.add(_row("health", *_salvage_words()))
        self.look = self.ways.add(_row("show", *_look_words()))
        self.restore.clicked.connect(self.restore_requested)
        self.salvage.clicked.connect(self.salvage_requested)
        self.look.clicked.connect(self._look)
        self.back = Button(translate("Trouble", "Back to the lock page"), Kind.SECONDARY, "back")
        self.back.clicked.connect(self.left)
        self.action_bar(self.back)

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        (self.passphrase if self.name.value() else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _check(self) -> None:
        if self._typed():
            name, passphrase = self.name.value(), self.passphrase.value()
            job = self._jobs.run(lambda: self._entrance.check(name, passphrase), self._checked, self._refuse)
            self.progress.words.setText(translate("Trouble", "Reading the whole store…"))
            self._watch(job)

    @Slot()
    def _look(self) -> None:
        if self._typed():
            name, passphrase = self.name.value(), self.passphrase.value()
            job = self._jobs.run(lambda: self._entrance.look(name, passphrase), self._enter, self._refuse)
            self.progress.words.setText(translate("Trouble", "Opening…"))
            self._watch(job)

    def _typed(self) -> bool:
        missing = translate("Trouble", "This is needed. Please fill it in.")
        typed = {"name": self.name.value(), "passphrase": self.passphrase.value()}
        faults = {name: missing for name, value in typed.items() if not value}
        self.form.point_out(faults)
        return not faults and self.check.isEnabled()

    def _watch(self, job: Job) -> None:
        self._say("", "")
        self.findings.show_entries([])
        self._free(free=False)
        job.ended.connect(self._rest)
        self.progress.watch(job)

    @Slot()
    def _rest(self) -> None:
        self._free(free=True)

    def _free(self, *, free: bool) -> None:
        for button in (self.check, self.restore, self.salvage, self.look, self.back):
            button.setEnabled(free)

    @Slot(object)
    def _enter(self, opened: OpenedDesk) -> None:
        self.passphrase.clear()
        self.opened.emit(opened)

    @Slot(object)
    def _checked(self, standing: StoreStanding) -> None:
        if not standing.findings:
            words = translate(
                "Trouble",
                "The store is whole: header, pages, keys and journal verify ({size} acts). Go back and open the desk.",
            )
            self._say(words.format(size=standing.acts), "")
        else:
            self._say("", advice(standing.findings))
        self.findings.show_entries([_entry(finding) for finding in standing.findings[:MOST]])
        bring_into_view(self.trouble if standing.findings else self.verdict)

    @Slot(object)
    def _refuse(self, error: DeskError) -> None:
        self._say("", sentence(error))
        bring_into_view(self.trouble)

    def _say(self, good: str, bad: str) -> None:
        self.verdict.say(good)
        self.trouble.say(bad)


def advice(findings: Sequence[Finding]) -> str:
    """Return what to do about what was found."""
    damages = {finding.damage for finding in findings}
    if damages <= HARMLESS:
        return translate("Trouble", "This is mended by itself when the desk is opened. Go back and open it.")
    if Damage.SCHEMA_NEWER in damages:
        return translate("Trouble", "A newer version of the program wrote this store. Install that version.")
    if Damage.JOURNAL_OLDER in damages:
        return translate(
            "Trouble",
            "This store is older than what was noted beside it. Restore the newest backup, if it is younger, and tell "
            "the other authorities.",
        )
    if damages & {Damage.DATABASE_MISSING, Damage.PAGE, Damage.STRUCTURE, Damage.REFERENCE}:
        return translate(
            "Trouble",
            "A part of the store is damaged. Restore the newest backup. If there is none, or it is old, save what can "
            "be read.",
        )
    return translate(
        "Trouble",
        "Somebody or something changed the store from outside. Do not issue papers. Tell the other authorities, and "
        "restore the newest backup from before.",
    )


def _entry(finding: Finding) -> Entry:
    tone = Tone.WARNING if finding.damage in HARMLESS else Tone.DANGER
    word = translate("Trouble", "Mended by itself") if finding.damage in HARMLESS else translate("Trouble", "Damaged")
    return Entry(damage_words()[finding.damage], (place_words(finding),), State(word, tone))


def _row(icon: str, title: str, detail: str) -> RowText:
    return RowText(title, detail, icon=icon)


def _restore_words() -> tuple[str, str]:
    return (
        translate("Trouble", "Restore a backup"),
        translate("Trouble", "The desk comes back as it was when the backup was made. The present one is put aside."),
    )


def _salvage_words() -> tuple[str, str]:
    return (
        translate("Trouble", "Save what can be read"),
        translate("Trouble", "For when there is no good backup. It says what is lost. The damaged one is put aside."),
    )


def _look_words() -> tuple[str, str]:
    return (
        translate("Trouble", "Open to look at only"),
        translate("Trouble", "With the name and passphrase above. Cases can be read; nothing can be written."),
    )
