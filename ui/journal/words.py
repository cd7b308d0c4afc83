"""The acts of the journal in words, what was noted beside them, and what verifying it found."""

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.views import JournalLine, JournalStanding
from justice_desk.journal.rules import Flaw
from ui.i18n import translate
from ui.widgets.badge import State, Tone


def act_words(action: str) -> str:
    """Return what was done; an act of a newer program is shown as it stands."""
    return _acts().get(action, action)


def flags(line: JournalLine) -> State | None:
    """Return what was noted beside an act, None where nothing was."""
    words = []
    if line.alone:
        words.append(translate("Journal", "Alone"))
    if line.on_paper:
        words.append(translate("Journal", "Signed on paper: {folio}").format(folio=line.on_paper))
    if line.clock_behind:
        words.append(translate("Journal", "Clock behind"))
    return State(" · ".join(words), Tone.WARNING) if words else None


def standing_words(standing: JournalStanding) -> str:
    """Return what verifying the journal found, and what to do about it."""
    if standing.fault_at is None:
        words = translate(
            "Journal",
            "The journal holds: {size} acts, none missing, none changed. On paper it must say: {head}",
        )
        return words.format(size=standing.size, head=standing.head)
    reasons = {
        Flaw.GAP: translate("Journal", "an act is missing"),
        Flaw.UNREADABLE: translate("Journal", "an act cannot be read"),
        Flaw.HASH: translate("Journal", "an act was changed"),
        Flaw.SIGNATURE: translate("Journal", "a signature is not right"),
        Flaw.OLDER: translate("Journal", "it is an older copy than the one noted beside it"),
    }
    words = translate(
        "Journal",
        "The journal does not hold from act {number} on: {reason}. Do not write anything more. Copy the folder of the "
        "desk to a drive, and tell the other authorities.",
    )
    return words.format(number=standing.fault_at, reason=reasons[Flaw(standing.reason)])


def standing_tone(standing: JournalStanding) -> Tone:
    """Return how loudly that is said."""
    return Tone.GOOD if standing.fault_at is None else Tone.DANGER


def _acts() -> dict[str, str]:
    return {
        UseCase.FOUND_DESK: translate("Acts", "Founded the desk"),
        UseCase.SIGN_IN: translate("Acts", "Opened the desk"),
        UseCase.CHANGE_PASSPHRASE: translate("Acts", "Changed their passphrase"),
        UseCase.USE_KEYRING: translate("Acts", "Changed how this computer opens the desk for them"),
        UseCase.USE_RECOVERY: translate("Acts", "Somebody opened the desk with the recovery sheet"),
        UseCase.RECOVER_ACCESS: translate("Acts", "Gave a person new keys with the recovery sheet"),
        UseCase.RENEW_RECOVERY: translate("Acts", "Made a new recovery sheet"),
        UseCase.NOTE_RECOVERY: translate("Acts", "Read that the recovery sheet was used or changed"),
        UseCase.ADD_PERSON: translate("Acts", "Added a person"),
        UseCase.REMOVE_PERSON: translate("Acts", "Removed a person"),
        UseCase.HAND_OVER_DESK: translate("Acts", "Handed the desk over"),
        UseCase.ENTER_TERM: translate("Acts", "Wrote down a term of office"),
        UseCase.END_TERM: translate("Acts", "Wrote down the end of a term of office"),
        UseCase.CHANGE_NUMBERS: translate("Acts", "Changed the telephones for danger"),
        UseCase.CHANGE_SETTINGS: translate("Acts", "Changed a setting"),
        UseCase.READ_JOURNAL: translate("Acts", "Read the journal"),
        UseCase.READ_CASES: translate("Acts", "Read cases"),
        UseCase.REGISTER_CASE: translate("Acts", "Registered a case"),
        UseCase.ADD_PARTY: translate("Acts", "Put a person into a case"),
        UseCase.WRITE_IDENTITY: translate("Acts", "Wrote who a person is"),
        UseCase.READ_IDENTITY: translate("Acts", "Read who a person is, with a reason"),
        UseCase.READ_TESTIMONY: translate("Acts", "Read what was told"),
        UseCase.ALERT: translate("Acts", "Raised the alert"),
        UseCase.ASSESS_COMPETENCE: translate("Acts", "Decided whose matter a case is"),
        UseCase.NOTE_DEADLINE_MET: translate("Acts", "Noted a deadline as met"),
        UseCase.EXCLUDE_PERSON: translate("Acts", "Took a person off a case"),
        UseCase.ADMIT_PERSON: translate("Acts", "Gave a person the key of a case"),
        UseCase.LOG_ORAL_NOTICE: translate("Acts", "Wrote down an oral notice"),
        UseCase.RECORD_SESSION: translate("Acts", "Recorded a session"),
        UseCase.CITE: translate("Acts", "Called somebody to a hearing"),
        UseCase.AGREE: translate("Acts", "Recorded an agreement"),
        UseCase.RESOLVE: translate("Acts", "Recorded a decision"),
        UseCase.DECIDE_MEASURE: translate("Acts", "Decided a protective measure"),
        UseCase.ISSUE_DOCUMENT: translate("Acts", "Issued a paper"),
        UseCase.ISSUE_SECRET_DOCUMENT: translate("Acts", "Issued a reserved sheet"),
        UseCase.READ_DOCUMENT: translate("Acts", "Looked at a paper"),
        UseCase.PRINT_DOCUMENT: translate("Acts", "Printed a paper"),
        UseCase.ENTER_RECEIVER: translate("Acts", "Entered or confirmed a receiver"),
        UseCase.PREPARE_HANDOFF: translate("Acts", "Prepared a handoff"),
        UseCase.REVIEW_HANDOFF: translate("Acts", "Reviewed a handoff"),
        UseCase.SEAL_HANDOFF: translate("Acts", "Sealed a handoff"),
        UseCase.DELIVER_HANDOFF: translate("Acts", "Wrote down a step of the road"),
        UseCase.ENTER_RECEIPT: translate("Acts", "Wrote down what came back"),
        UseCase.MAKE_BACKUP: translate("Acts", "Made a backup"),
        UseCase.REHEARSE_RESTORE: translate("Acts", "Rehearsed a restore"),
        UseCase.RESTORE_STORE: translate("Acts", "Restored the desk from a backup"),
        UseCase.SALVAGE_STORE: translate("Acts", "Saved what a damaged store still held"),
    }
