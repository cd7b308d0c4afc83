"""What checking a store finds, in words."""

from collections.abc import Mapping

from justice_desk.vault.rules import Damage, Finding
from ui.i18n import translate


def place_words(finding: Finding) -> str:
    """Return where it was found."""
    if finding.damage is Damage.PAGE:
        return translate("Findings", "Page {number}").format(number=finding.where)
    return finding.where


def damage_words() -> Mapping[Damage, str]:
    """Return what can be wrong with a store."""
    return {
        Damage.HEADER_MISSING: translate("Findings", "One of the two copies of the header is missing"),
        Damage.HEADER_UNREADABLE: translate("Findings", "One of the two copies of the header cannot be read"),
        Damage.HEADER_SEAL: translate("Findings", "A copy of the header was changed from outside"),
        Damage.HEADER_OLDER: translate("Findings", "A copy of the header is older than the other"),
        Damage.DATABASE_MISSING: translate("Findings", "The database is missing"),
        Damage.PAGE: translate("Findings", "A page of the database is damaged"),
        Damage.STRUCTURE: translate("Findings", "The structure of the database is damaged"),
        Damage.REFERENCE: translate("Findings", "A row refers to one that is not there"),
        Damage.SCHEMA_OLDER: translate("Findings", "The store is of an older version: opening the desk renews it"),
        Damage.SCHEMA_NEWER: translate("Findings", "The store is of a newer version of the program"),
        Damage.SCHEMA_CHANGED: translate("Findings", "A table or a guard of the database was changed"),
        Damage.JOURNAL_GAP: translate("Findings", "An entry of the journal is missing"),
        Damage.JOURNAL_UNREADABLE: translate("Findings", "An entry of the journal cannot be read"),
        Damage.JOURNAL_HASH: translate("Findings", "An entry of the journal was changed"),
        Damage.JOURNAL_SIGNATURE: translate("Findings", "The signature of a journal entry is false"),
        Damage.JOURNAL_OLDER: translate("Findings", "The journal is shorter than what was witnessed: an older copy"),
        Damage.WITNESS_UNREADABLE: translate("Findings", "What was noted of the journal beside the store is no note"),
        Damage.KEY_WITHOUT_RECOVERY: translate("Findings", "The recovery code does not reach a key"),
        Damage.KEY_WITHOUT_ADMISSION: translate("Findings", "Somebody holds a key who is not admitted"),
        Damage.KEY_UNREADABLE: translate("Findings", "A sealed key does not open"),
        Damage.ADMISSION_WITHOUT_KEY: translate("Findings", "Somebody is admitted and holds no key"),
        Damage.SLOT_WITHOUT_ACCOUNT: translate("Findings", "A way in belongs to no account"),
        Damage.ACCOUNT_WITHOUT_SLOT: translate("Findings", "An account has no way in"),
        Damage.ACCOUNT_KEYS: translate("Findings", "The keys of an account are not those of its way in"),
        Damage.ROLE_UNKNOWN: translate("Findings", "An account has a role that the program does not know"),
    }
