"""The questions of a restore: where the backup lies, which one, who opens it, what stands on paper; and what came."""

from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.backups.rules import FOOTER, Register, WayIn
from justice_desk.backups.views import BackupView, ReadyDesk, RestoredView
from justice_desk.foundations.errors import DeskError
from justice_desk.vault.rules import Paper
from ui.background import Jobs
from ui.backups.place import PlaceField
from ui.backups.words import backup_choice, loss_lines, register_hint, register_words
from ui.first_run.steps import GuideStep
from ui.i18n import translate
from ui.unlock.recovery import TypedPaper
from ui.widgets.badge import Tone
from ui.widgets.choices import Choice, ChoiceList
from ui.widgets.entry import Entry, EntryList
from ui.widgets.fields import Form, SecretField, TextField
from ui.widgets.notices import Callout
from ui.widgets.refusals import point_out

PASSPHRASE, PAPER, SHARES = "passphrase", "paper", "shares"


class PlaceStep(GuideStep):
    """Where the backup lies."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Restore", "Where is the backup?"),
            translate("Restore", "Plug in the drive on which the backups lie."),
            parent=parent,
        )
        self.form = self.add(Form())
        self.place = self.form.ask("place", translate("Restore", "Drive or folder"), PlaceField(jobs))

    def check(self) -> bool:
        """Ask for a place."""
        there = self.place.value() is not None
        self.form.point_out({} if there else {"place": translate("Restore", "Choose the drive or the folder.")})
        return there

    def begin(self) -> None:
        """Look for drives."""
        self.place.look()
        self.place.look_again.setFocus(Qt.FocusReason.OtherFocusReason)


class BackupStep(GuideStep):
    """Which backup."""

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Restore", "Which backup?"),
            translate("Restore", "The newest one stands first. Take an older one only if the newest does not open."),
            parent=parent,
        )
        self._zone = zone
        self.form = self.add(Form())
        self.backup = self.form.ask("backup", translate("Restore", "Backups in this place"), ChoiceList(()))

    def show_backups(self, views: Sequence[BackupView]) -> None:
        """Show what lies in the place, the newest chosen."""
        several = len({view.store for view in views}) > 1
        self.backup.offer([backup_choice(view, self._zone, several=several) for view in views])
        self.backup.choose(str(views[0].folder))

    def chosen(self) -> Path:
        """Return the folder of the backup chosen."""
        return Path(self.backup.value() or "")

    def begin(self) -> None:
        """Put the cursor on the backups."""
        self.backup.setFocus(Qt.FocusReason.OtherFocusReason)


class WayStep(GuideStep):
    """Who opens it: somebody with a passphrase of that time, or whoever holds the sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Restore", "Open it"),
            translate("Restore", "With the name and passphrase of somebody of the desk, or with the recovery sheet."),
            parent=parent,
        )
        choices = (
            Choice(PASSPHRASE, translate("Restore", "Name and passphrase")),
            Choice(PAPER, translate("Restore", "The recovery sheet (four rows)")),
            Choice(SHARES, translate("Restore", "Two of the three sheets")),
        )
        self.form = self.add(Form())
        self.how = self.form.ask("how", translate("Restore", "With what?"), ChoiceList(choices))
        self.name = self.form.ask("name", translate("Restore", "Name"), TextField())
        self.passphrase = self.form.ask("passphrase", translate("Restore", "Passphrase"), SecretField())
        self.papers = {PAPER: self.add(TypedPaper(Paper.CODE)), SHARES: self.add(TypedPaper(Paper.SHARES))}
        self.how.chosen.connect(self._ask_for)
        self.how.choose(PASSPHRASE)

    def way(self) -> WayIn:
        """Return what was typed."""
        paper = self._paper
        return WayIn(self.name.value(), self.passphrase.value()) if paper is None else WayIn(sheets=paper.texts())

    def check(self) -> bool:
        """Ask for what is missing, and compare what was typed from paper with its own check signs."""
        if (paper := self._paper) is not None:
            return paper.check()
        missing = translate("Restore", "This is needed. Please fill it in.")
        typed = {"name": self.name.value(), "passphrase": self.passphrase.value()}
        faults = {name: missing for name, value in typed.items() if not value}
        self.form.point_out(faults)
        return not faults

    def refuse_paper(self, words: str) -> None:
        """Say why what stands on paper did not open the backup."""
        if (paper := self._paper) is not None:
            paper.point_out({next(iter(paper.fields)): words})

    def forget(self) -> None:
        """Forget what was typed: it has opened what it should."""
        self.passphrase.clear()
        for paper in self.papers.values():
            paper.forget()

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        if (paper := self._paper) is not None:
            paper.begin()
        else:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _paper(self) -> TypedPaper | None:
        return self.papers.get(self.how.value() or PASSPHRASE)

    @Slot(str)
    def _ask_for(self, how: str) -> None:
        for name in ("name", "passphrase"):
            self.form.fields[name].setVisible(how == PASSPHRASE)
        for kind, paper in self.papers.items():
            paper.setVisible(how == kind)


class NumbersStep(GuideStep):
    """What stands on paper: so that no number is given a second time, and so that it is known what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Restore", "What stands on paper"),
            translate("Restore", "Look into the folder with the papers. What you leave empty is taken as none."),
            parent=parent,
        )
        self.form = Form()
        self._edits: dict[str, TextField] = {}

    def show_ready(self, ready: ReadyDesk) -> None:
        """Ask for the registers of the desk that came back."""
        self.body.empty()
        if ready.loss is not None:
            self._tell_loss(ready)
        if not ready.journal_holds:
            words = translate("Restore", "The journal of this desk does not hold. The page Journal says from where on.")
            self.add(Callout(words, Tone.DANGER))
        if ready.behind:
            words = translate(
                "Restore",
                "The desk on this laptop had {number} acts more than what comes back. It is put aside, not erased.",
            )
            self.add(Callout(words.format(number=ready.behind), Tone.WARNING))
        elif ready.stands_here:
            words = translate("Restore", "The desk on this laptop is put aside, not erased.")
            self.add(Callout(words, Tone.ACTIVE))
        self.form = self.add(Form())
        self._edits = {register.key: self._ask(register) for register in ready.registers}
        self._edits[FOOTER] = self.form.ask(
            FOOTER,
            translate("Restore", "At the foot of the newest paper"),
            TextField(),
            translate("Restore", "The number and code after “Registro”, for example 21 · ABCD-EFGH-JKMN."),
            needed=False,
        )

    def numbers(self) -> dict[str, str]:
        """Return what was typed, by the key of its register."""
        return {key: edit.value() for key, edit in self._edits.items() if key != FOOTER}

    def footer(self) -> str:
        """Return what the newest paper says at its foot."""
        return self._edits[FOOTER].value()

    def refuse(self, error: DeskError) -> bool:
        """Say beside its field what cannot be read; say whether there is such a field."""
        return point_out(self.form, error)

    def begin(self) -> None:
        """Put the cursor on the first register."""
        if self._edits:
            next(iter(self._edits.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, register: Register) -> TextField:
        return self.form.ask(
            register.key, register_words(register), TextField(longest=60), register_hint(register), needed=False
        )

    def _tell_loss(self, ready: ReadyDesk) -> None:
        loss = ready.loss
        if loss is None or loss.nothing:
            words = translate("Restore", "Everything could be read: nothing was lost.")
            self.add(Callout(words, Tone.GOOD))
            return
        title = translate("Restore", "This could not be saved:")
        self.add(Callout("\n".join(loss_lines(loss)), Tone.DANGER, title))


class RestoredStep(GuideStep):
    """What came of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Restore", "The desk is back"),
            translate("Restore", "It was written into the journal. Copy this down before you go on."),
            parent=parent,
        )
        self.facts = self.add(EntryList())

    def show_result(self, view: RestoredView) -> None:
        """Show what came of it."""
        code = translate("Restore", "Its numbers begin with {code} from now on, for example ACTA {code}-001.")
        entries = [
            Entry(
                translate("Restore", "New letter of the desk: {code}").format(code=view.desk_code),
                (
                    code.format(code=view.desk_code),
                    translate("Restore", "So no number that stands on paper is given a second time."),
                ),
            )
        ]
        missing = translate("Restore", "{what}: at least {number} stand on paper and are not in the desk")
        entries += [
            Entry(missing.format(what=one.register.word or one.register.last, number=one.number), (_enter_again(),))
            for one in view.missing
        ]
        if view.behind:
            words = translate("Restore", "{number} acts that were done after the backup are missing")
            entries.append(Entry(words.format(number=view.behind), (_enter_again(),)))
        if view.aside is not None:
            words = translate("Restore", "The former desk lies here, encrypted, until somebody removes it:")
            entries.append(Entry(translate("Restore", "The former desk was put aside"), (words, str(view.aside))))
        self.facts.show_entries(entries)


def _enter_again() -> str:
    return translate("Restore", "Keep those papers together and register their cases again, each with its new number.")
