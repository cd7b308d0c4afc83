"""Sentences about the people who use the desk."""

from justice_desk.accounts.rules import (
    CaseAbsent,
    LastAuthority,
    LastReader,
    NameMissing,
    NameTaken,
    NameUsedBefore,
    NotPermitted,
    PassphraseUnchanged,
    PassphraseWeak,
    PersonAbsent,
    RemovesSelf,
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
def _(_error: NameUsedBefore) -> str:
    return translate(
        "AccountSentences",
        "Somebody who has left had this name. Add a surname or a year, so that the journal tells the two apart.",
    )


@sentence.register
def _(_error: PersonAbsent) -> str:
    return translate("AccountSentences", "This person is not at the desk any more. Look at the list of people anew.")


@sentence.register
def _(_error: RemovesSelf) -> str:
    return translate("AccountSentences", "Nobody removes themselves. Ask another authority to do it with their key.")


@sentence.register
def _(_error: LastAuthority) -> str:
    return translate(
        "AccountSentences", "This is the last authority of the desk. Add another one first, then remove this person."
    )


@sentence.register
def _(error: LastReader) -> str:
    if error.cases:
        words = translate(
            "AccountSentences",
            "In {cases} cases nobody else could read everything. Give somebody else the key first, in the case under "
            "“Who can read this case”.",
        )
        return words.format(cases=error.cases)
    return translate(
        "AccountSentences", "Nobody else holds the keys of the office. Add another authority or liaison first."
    )


@sentence.register
def _(_error: PassphraseUnchanged) -> str:
    return translate("AccountSentences", "This is the passphrase you have now. Choose another one.")


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
