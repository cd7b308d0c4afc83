"""Backups in words: how old the last one is, what a rehearsal found, what was lost, what troubles the desk."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from justice_desk.backups.rules import AtClose, Flaw, Freshness, Loss, LostKind, Register
from justice_desk.backups.views import BackupStanding, BackupView, Rehearsal, Troubles
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.badge import State, Tone
from ui.widgets.choices import Choice

MEGABYTE = 1 << 20


def age_words(standing: BackupStanding, now: datetime) -> str:
    """Return how old the last backup is, in a few words: for the status line."""
    if standing.last is None:
        return translate("Backups", "No backup yet")
    days = max(0, (now - standing.last).days)
    if days == 0:
        return translate("Backups", "Backup: today")
    if days == 1:
        return translate("Backups", "Backup: yesterday")
    return translate("Backups", "Backup: {days} days ago").format(days=days)


def last_words(standing: BackupStanding, zone: ZoneInfo) -> str:
    """Return when the last backup was made."""
    if standing.last is None:
        return translate("Backups", "There is no backup of this desk. If the laptop is lost, everything in it is lost.")
    made = translate("Backups", "The last backup was made on {moment}.")
    return made.format(moment=moment_text(standing.last, zone))


def age_state(standing: BackupStanding) -> State:
    """Return how well that is."""
    states = {
        Freshness.NONE: State(translate("Backups", "None yet"), Tone.DANGER),
        Freshness.FRESH: State(translate("Backups", "Up to date"), Tone.GOOD),
        Freshness.OLD: State(translate("Backups", "Old"), Tone.WARNING),
        Freshness.VERY_OLD: State(translate("Backups", "Very old"), Tone.DANGER),
    }
    return states[standing.freshness]


def rehearsed_words(standing: BackupStanding, zone: ZoneInfo) -> str:
    """Return when a restore was last rehearsed."""
    if standing.rehearsed is None:
        return translate("Backups", "No restore was rehearsed yet. Only a backup that came back is a backup.")
    return translate("Backups", "Last rehearsed on {moment}.").format(moment=moment_text(standing.rehearsed, zone))


def rehearsed_state(standing: BackupStanding) -> State | None:
    """Return what the last rehearsal found, None if there was none."""
    if standing.rehearsed is None:
        return None
    if standing.rehearsal_sound:
        return State(translate("Backups", "It came back whole"), Tone.GOOD)
    return State(translate("Backups", "It did not come back"), Tone.DANGER)


def rehearsal_words(found: Rehearsal, zone: ZoneInfo) -> str:
    """Return what came of a rehearsal, and what to do about it."""
    made = moment_text(found.made_at, zone)
    if found.flaw is None:
        words = translate(
            "Backups",
            "The backup of {made} came back whole: store, journal and attachments are those that were backed up. The "
            "trial copy was removed.",
        )
        return words.format(made=made)
    reasons = {
        Flaw.FILE: translate("Backups", "the file {part} is missing or is another").format(part=found.part),
        Flaw.KEYS: translate("Backups", "its keys are not those of this desk"),
        Flaw.PAGES: translate("Backups", "a page of its store is damaged"),
        Flaw.JOURNAL: translate("Backups", "its journal does not hold"),
        Flaw.CONTENTS: translate("Backups", "it holds something else than was backed up"),
        Flaw.OPENING: translate("Backups", "it does not open"),
    }
    words = translate(
        "Backups",
        "The backup of {made} did not come back: {reason}. Make another one now, on another drive, and rehearse that.",
    )
    return words.format(made=made, reason=reasons[found.flaw])


def size_words(size: int) -> str:
    """Return a number of bytes as people say it."""
    return translate("Backups", "{size} MB").format(size=f"{max(size / MEGABYTE, 0.1):.1f}")


def backup_choice(view: BackupView, zone: ZoneInfo, *, several: bool) -> Choice:
    """Return a backup to choose; where those of several desks lie, with the beginning of its desk's sign."""
    meaning = size_words(view.bytes)
    if several:
        meaning = translate("Backups", "{size} · desk {store}").format(size=meaning, store=view.store[-6:])
    return Choice(str(view.folder), moment_text(view.made_at, zone), meaning)


def close_choices() -> tuple[Choice, ...]:
    """Return what may happen when the window is closed."""
    return (
        Choice(AtClose.ASK, translate("Backups", "Ask me")),
        Choice(AtClose.ALWAYS, translate("Backups", "Make one by itself")),
        Choice(AtClose.NEVER, translate("Backups", "Nothing")),
    )


def register_words(register: Register) -> str:
    """Return what a register is called."""
    words = {
        "cases": translate("Backups", "Last case number on paper"),
        "acta": translate("Backups", "Last acta on paper"),
        "oficio": translate("Backups", "Last letter (oficio) on paper"),
        "hoja_reservada": translate("Backups", "Last reserved sheet on paper"),
    }
    usual = translate("Backups", "Last {word} on paper").format(word=register.word)
    return words.get(register.key, usual)


def register_hint(register: Register) -> str:
    """Return what the restored desk knows of it."""
    if not register.serial:
        return translate("Backups", "In the restored desk there is none. Leave it empty if there is none on paper.")
    return translate("Backups", "In the restored desk: {last}").format(last=register.last)


def loss_lines(loss: Loss) -> tuple[str, ...]:
    """Return what was lost, a line each."""
    words = _kinds()
    lines = [
        translate("Backups", "{kind}: {number}").format(kind=words[kind], number=number)
        for kind, number in loss.counts.items()
    ]
    if loss.cases:
        lines.append(translate("Backups", "Lost cases: {numbers}").format(numbers=_list(loss.cases)))
    if loss.papers:
        lines.append(translate("Backups", "Lost papers: {numbers}").format(numbers=_list(loss.papers)))
    if loss.uncertain:
        unsure = ", ".join(words[kind] for kind in loss.uncertain)
        lines.append(translate("Backups", "More may be missing of: {kinds}").format(kinds=unsure))
    return tuple(lines)


def trouble_words(troubles: Troubles) -> str:
    """Return what whoever opens the desk should be told first; empty if all is well."""
    if troubles.only_look:
        return translate(
            "Backups", "The desk is open to look at only. Nothing that is typed is kept, and nothing can be printed."
        )
    if troubles.older:
        return translate(
            "Backups",
            "This store is older than what was noted beside it: acts are missing that were done already. Do not issue "
            "any paper. Tell the other authorities, and look for the newest backup.",
        )
    if troubles.disk_full:
        return translate(
            "Backups",
            "The disk is full. The reserve was let go so that you can save and lock. Make room on the disk: empty the "
            "bin, or move photographs to a drive.",
        )
    if troubles.clock_behind:
        return translate(
            "Backups",
            "The clock of this computer is behind: the last act bears a later hour. Set date and hour before papers "
            "are issued.",
        )
    return ""


def _list(numbers: Iterable[str]) -> str:
    return " · ".join(numbers)


def _kinds() -> dict[LostKind, str]:
    return {
        LostKind.CASE: translate("Backups", "Cases"),
        LostKind.PERSON: translate("Backups", "People in cases"),
        LostKind.SESSION: translate("Backups", "Sessions and citations"),
        LostKind.MEASURE: translate("Backups", "Protective measures"),
        LostKind.PAPER: translate("Backups", "Papers and prints"),
        LostKind.HANDOFF: translate("Backups", "Handoffs, notices and receipts"),
        LostKind.DEADLINE: translate("Backups", "Deadlines"),
        LostKind.CUSTODY: translate("Backups", "Entries of custody"),
        LostKind.ACT: translate("Backups", "Acts of the journal"),
        LostKind.KEY: translate("Backups", "Keys"),
        LostKind.ACCOUNT: translate("Backups", "Accounts and admissions"),
        LostKind.DRAFT: translate("Backups", "Drafts"),
        LostKind.OTHER: translate("Backups", "Other entries"),
    }
