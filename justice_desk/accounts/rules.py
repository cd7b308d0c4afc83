"""Roles and the one permission table: use case × role × own or other case.

Screens only say kindly what stands here, and keys enforce the part about reading: whoever holds no key to a scope
cannot read it, whatever a table says.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.fields import folded, tidy_line
from justice_desk.foundations.ids import TermId
from justice_desk.vault.rules import Scope


class Role(StrEnum):
    """What a person is at this desk; a person may be several things."""

    AUTHORITY = "autoridad"
    CLERK = "actas"
    LIAISON = "enlace"
    DEFENDER = "defensora"


class UseCase(StrEnum):
    """Everything that can be done at the desk; the journal names acts by these words."""

    FOUND_DESK = "found_desk"
    SIGN_IN = "sign_in"
    CHANGE_PASSPHRASE = "change_passphrase"  # noqa: S105 - the name of a use case
    USE_KEYRING = "use_keyring"
    USE_RECOVERY = "use_recovery"
    RECOVER_ACCESS = "recover_access"
    RENEW_RECOVERY = "renew_recovery"
    NOTE_RECOVERY = "note_recovery"
    ADD_PERSON = "add_person"
    REMOVE_PERSON = "remove_person"
    HAND_OVER_DESK = "hand_over_desk"
    ENTER_TERM = "enter_term"
    END_TERM = "end_term"
    CHANGE_NUMBERS = "change_numbers"
    CHANGE_SETTINGS = "change_settings"
    READ_JOURNAL = "read_journal"
    READ_CASES = "read_cases"
    REGISTER_CASE = "register_case"
    ADD_PARTY = "add_party"
    WRITE_IDENTITY = "write_identity"
    READ_IDENTITY = "read_identity"
    READ_TESTIMONY = "read_testimony"
    ALERT = "alert"
    ASSESS_COMPETENCE = "assess_competence"
    NOTE_DEADLINE_MET = "note_deadline_met"
    EXCLUDE_PERSON = "exclude_person"
    ADMIT_PERSON = "admit_person"
    LOG_ORAL_NOTICE = "log_oral_notice"
    RECORD_SESSION = "record_session"
    CITE = "cite"
    AGREE = "agree"
    RESOLVE = "resolve"
    DECIDE_MEASURE = "decide_measure"
    ISSUE_DOCUMENT = "issue_document"
    ISSUE_SECRET_DOCUMENT = "issue_secret_document"  # noqa: S105 - the name of a use case
    READ_DOCUMENT = "read_document"
    PRINT_DOCUMENT = "print_document"
    ENTER_RECEIVER = "enter_receiver"
    PREPARE_HANDOFF = "prepare_handoff"
    REVIEW_HANDOFF = "review_handoff"
    SEAL_HANDOFF = "seal_handoff"
    DELIVER_HANDOFF = "deliver_handoff"
    ENTER_RECEIPT = "enter_receipt"
    MAKE_BACKUP = "make_backup"
    REHEARSE_RESTORE = "rehearse_restore"
    RESTORE_STORE = "restore_store"
    SALVAGE_STORE = "salvage_store"


@dataclass(frozen=True)
class Permission:
    """Who may do it on any case they are admitted to, who only on their own, and whether a second person belongs to it.

    Where a second person belongs to it and none is there, it is possible all the same, and flagged in the journal.
    `on_paper`: who may enter it for an authority without account, who signed it on paper.
    """

    any_case: frozenset[Role]
    own_case: frozenset[Role] = frozenset()
    two_persons: bool = False
    on_paper: frozenset[Role] = frozenset()


_ALL = frozenset({Role.AUTHORITY, Role.CLERK, Role.LIAISON, Role.DEFENDER})
"""Named one by one: a role that comes later may nothing until somebody says what."""
_AUTHORITY = frozenset({Role.AUTHORITY})
_CLERK = frozenset({Role.CLERK})
_DESK = frozenset({Role.AUTHORITY, Role.CLERK})
_CASE_WORK = frozenset({Role.AUTHORITY, Role.CLERK, Role.LIAISON})
_SENDING = frozenset({Role.AUTHORITY, Role.LIAISON})
_OWN = frozenset({Role.DEFENDER})

PERMISSIONS: Mapping[UseCase, Permission] = {
    UseCase.FOUND_DESK: Permission(_ALL),
    UseCase.SIGN_IN: Permission(_ALL),
    UseCase.CHANGE_PASSPHRASE: Permission(_ALL),
    UseCase.USE_KEYRING: Permission(_ALL),
    UseCase.USE_RECOVERY: Permission(_AUTHORITY),
    UseCase.RECOVER_ACCESS: Permission(_AUTHORITY),
    UseCase.RENEW_RECOVERY: Permission(_AUTHORITY, two_persons=True),
    UseCase.NOTE_RECOVERY: Permission(_ALL),
    UseCase.ADD_PERSON: Permission(_AUTHORITY, two_persons=True),
    UseCase.REMOVE_PERSON: Permission(_AUTHORITY, two_persons=True),
    UseCase.HAND_OVER_DESK: Permission(_AUTHORITY, two_persons=True),
    UseCase.ENTER_TERM: Permission(_DESK),
    UseCase.END_TERM: Permission(_DESK),
    UseCase.CHANGE_NUMBERS: Permission(_DESK),
    UseCase.CHANGE_SETTINGS: Permission(_ALL),
    UseCase.READ_JOURNAL: Permission(_ALL),
    UseCase.READ_CASES: Permission(_CASE_WORK, _OWN),
    UseCase.REGISTER_CASE: Permission(_ALL),
    UseCase.ADD_PARTY: Permission(_CASE_WORK, _OWN),
    UseCase.WRITE_IDENTITY: Permission(_CASE_WORK, _OWN),
    UseCase.READ_IDENTITY: Permission(_SENDING, _OWN),
    UseCase.READ_TESTIMONY: Permission(_SENDING, _OWN),
    UseCase.ALERT: Permission(_CASE_WORK, _OWN),
    UseCase.ASSESS_COMPETENCE: Permission(_AUTHORITY, on_paper=_CLERK),
    UseCase.NOTE_DEADLINE_MET: Permission(_CASE_WORK, _OWN),
    UseCase.EXCLUDE_PERSON: Permission(_AUTHORITY, _OWN, on_paper=_CLERK),
    UseCase.ADMIT_PERSON: Permission(_AUTHORITY, _OWN, two_persons=True),
    UseCase.LOG_ORAL_NOTICE: Permission(_CASE_WORK, _OWN),
    UseCase.RECORD_SESSION: Permission(_DESK),
    UseCase.CITE: Permission(_DESK),
    UseCase.AGREE: Permission(_AUTHORITY, on_paper=_CLERK),
    UseCase.RESOLVE: Permission(_AUTHORITY, on_paper=_CLERK),
    UseCase.DECIDE_MEASURE: Permission(_DESK, _OWN),
    UseCase.ISSUE_DOCUMENT: Permission(_CASE_WORK, _OWN),
    UseCase.ISSUE_SECRET_DOCUMENT: Permission(_SENDING, _OWN),
    UseCase.READ_DOCUMENT: Permission(_CASE_WORK, _OWN),
    UseCase.PRINT_DOCUMENT: Permission(_CASE_WORK, _OWN),
    UseCase.ENTER_RECEIVER: Permission(_CASE_WORK),
    UseCase.PREPARE_HANDOFF: Permission(_CASE_WORK, _OWN),
    UseCase.REVIEW_HANDOFF: Permission(_SENDING, _OWN, two_persons=True),
    UseCase.SEAL_HANDOFF: Permission(frozenset({Role.LIAISON, Role.AUTHORITY}), two_persons=True),
    UseCase.DELIVER_HANDOFF: Permission(_SENDING, _OWN),
    UseCase.ENTER_RECEIPT: Permission(_CASE_WORK, _OWN),
    UseCase.MAKE_BACKUP: Permission(_ALL),
    UseCase.REHEARSE_RESTORE: Permission(_ALL),
    UseCase.RESTORE_STORE: Permission(_ALL),
    UseCase.SALVAGE_STORE: Permission(_ALL),
}


NO_ACTS = frozenset({UseCase.CHANGE_SETTINGS})
"""What changes the store without being an act: drafts and choices of the desk."""


@dataclass(frozen=True)
class OnPaper:
    """That an authority without account signed a paper: the term of office they hold, and where the paper is kept."""

    term: TermId
    folio: str


@dataclass(eq=False)
class NotPermitted(DeskError):
    """None of this person's roles may do this (on a case that is not their own)."""

    use_case: UseCase


@dataclass(eq=False)
class CaseAbsent(DeskError):
    """For the person signed in this case does not exist: unknown, or they are excluded from it."""


@dataclass(eq=False)
class SamePerson(DeskError):
    """The second person is the first: nobody approves what they do themselves."""


@dataclass(eq=False)
class NameTaken(DeskError):
    """Somebody at this desk signs in with this name already."""


@dataclass(eq=False)
class NameUsedBefore(DeskError):
    """Somebody who has left signed in with this name: in the journal the two must be told apart."""


@dataclass(eq=False)
class PersonAbsent(DeskError):
    """Nobody of this identifier has an account."""


@dataclass(eq=False)
class RemovesSelf(DeskError):
    """Nobody removes themselves: whoever stays does it, with their own keys."""


@dataclass(eq=False)
class LastAuthority(DeskError):
    """Nobody would be left who may add people and decide."""


@dataclass(eq=False)
class LastReader(DeskError):
    """Nobody would be left who can open a part of `cases` cases (0: the keys of the office)."""

    cases: int


@dataclass(eq=False)
class PassphraseUnchanged(DeskError):
    """The new passphrase is the one before."""


@dataclass(eq=False)
class PassphraseWeak(DeskError):
    """The passphrase would be guessed too soon: `score` of 4, at least `needed`."""

    score: int
    needed: int


@dataclass(eq=False)
class NameMissing(DeskError):
    """A person needs a name to sign in with."""


@dataclass(eq=False)
class RolesMissing(DeskError):
    """A person needs at least one role."""


def permitted(use_case: UseCase, roles: frozenset[Role], *, own: bool, on_paper: bool = False) -> bool:
    """Say whether somebody with these roles may do this, on their own case or another's, or as it stands on paper."""
    permission = PERMISSIONS[use_case]
    may = bool(roles & permission.any_case) or (own and bool(roles & permission.own_case))
    return may or (on_paper and bool(roles & permission.on_paper))


def scopes_of(roles: frozenset[Role], *, own: bool) -> frozenset[Scope]:
    """Return what a person with these roles is admitted to when a case is opened; `own` is who opened it."""
    scopes: set[Scope] = set()
    if Role.CLERK in roles:
        scopes |= {Scope.SUMMARY}
    if roles & {Role.AUTHORITY, Role.LIAISON} or (own and Role.DEFENDER in roles):
        scopes |= {Scope.SUMMARY, Scope.TESTIMONY, Scope.IDENTITY}
    return frozenset(scopes)


def holds_office_keys(roles: frozenset[Role]) -> bool:
    """Say whether the office's own keys (seal, incoming packets) belong in these hands."""
    return bool(roles & {Role.AUTHORITY, Role.LIAISON})


def roles_in(text: str) -> frozenset[Role]:
    """Return the roles of a comma-separated text. A word that is no role of this program gives no permission."""
    known = {role.value: role for role in Role}
    return frozenset(known[word] for word in text.split(",") if word in known)


def tidy_name(name: str) -> str:
    """Return a name as it is kept: NFC, single spaces, no invisible signs.

    Raises:
        NameMissing: nothing is left that can be read and compared.
        CharacterRefused, FieldTooLong: it cannot be kept.
    """
    visible = "".join(sign for sign in name if unicodedata.category(sign) != "Cf")
    tidied = tidy_line(visible, "name")
    if not folded(tidied):
        raise NameMissing
    return tidied
