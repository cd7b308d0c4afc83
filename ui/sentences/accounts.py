"""Sentences about the people who use the desk."""

from justice_desk.accounts.rules import (
    CaseAbsent,
    NameMissing,
    NameTaken,
    NotPermitted,
    PassphraseWeak,
    RolesMissing,
    SamePerson,
)
from ui.i18n import translate
from ui.sentences.spoken import sentence


@sentence.register
def _(_error: NotPermitted) -> str:
    return translate("AccountSentences", "Your role does not include this. Ask an authority or the person in charge.")


@sentence.register
def _(_error: CaseAbsent) -> str:
    return translate("AccountSentences", "This case is not here. Go back to the list of cases.")


@sentence.register
def _(_error: NameTaken) -> str:
    return translate("AccountSentences", "Somebody already signs in with this name. Add a surname or a second name.")


@sentence.register
def _(_error: PassphraseWeak) -> str:
    return translate(
        "AccountSentences", "This passphrase would be guessed too soon. Add more words, or use the one offered."
    )


@sentence.register
def _(_error: NameMissing) -> str:
    return translate("AccountSentences", "Write the name of the person.")


@sentence.register
def _(_error: RolesMissing) -> str:
    return translate("AccountSentences", "Tick at least one role.")


@sentence.register
def _(_error: SamePerson) -> str:
    return translate("AccountSentences", "Nobody approves what they do themselves. Ask a second person to sign in.")
