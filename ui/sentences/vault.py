"""Sentences about the store and the way into it."""

from justice_desk.vault.errors import (
    CostRefused,
    KeyringUnusable,
    NotAdmitted,
    RecoveryCodeWrong,
    SharesTooFew,
    ShareWrong,
    SignInDelayed,
    SignInRefused,
    SquareWrong,
    StoreClosed,
    StoreDamaged,
    StoreExists,
    StoreInUse,
    StoreMissing,
    StoreNewer,
    StoreNotEncrypted,
    StoreOlder,
    StoreOnlyLooked,
    UnsafePlace,
)
from ui.i18n import translate
from ui.sentences.spoken import sentence


@sentence.register
def _(_error: SignInRefused) -> str:
    return translate(
        "VaultSentences", "The name and the passphrase do not match. Check both: capital letters and spaces count."
    )


@sentence.register
def _(_error: SignInDelayed) -> str:
    return translate("VaultSentences", "Too many wrong attempts. Wait until the countdown ends, then try again.")


@sentence.register
def _(_error: StoreMissing) -> str:
    return translate("VaultSentences", "There is no desk in this place. Look for its folder, or restore a backup.")


@sentence.register
def _(_error: StoreExists) -> str:
    return translate("VaultSentences", "There is a desk in this place already. Open it, or choose another place.")


@sentence.register
def _(_error: StoreInUse) -> str:
    return translate(
        "VaultSentences", "The desk is already open in another window. Close that one first, then try again."
    )


@sentence.register
def _(_error: StoreDamaged) -> str:
    return translate(
        "VaultSentences",
        "A part of the store is damaged. Write nothing more in it. The lock page says under “The desk does not open?” "
        "what can be done: check it, restore a backup, or save what can be read.",
    )


@sentence.register
def _(_error: StoreNewer) -> str:
    return translate(
        "VaultSentences", "A newer version of the program wrote this store. Install that version; nothing was changed."
    )


@sentence.register
def _(_error: StoreOlder) -> str:
    return translate(
        "VaultSentences",
        "This store was written by an older version and has to be renewed before it can be read. Open it in a place "
        "where the program may write.",
    )


@sentence.register
def _(_error: StoreOnlyLooked) -> str:
    return translate(
        "VaultSentences",
        "The desk is open to look at only: nothing can be written. Lock it, and see what can be done under “The desk "
        "does not open?”.",
    )


@sentence.register
def _(_error: StoreNotEncrypted) -> str:
    return translate(
        "VaultSentences",
        "The file of the store is not encrypted, so it was refused. Take it away and restore the last backup.",
    )


@sentence.register
def _(error: UnsafePlace) -> str:
    if error.kind == "network":
        return translate(
            "VaultSentences", "This folder lies on another computer. Choose one on this laptop's own disk."
        )
    return translate(
        "VaultSentences",
        "A program copies this folder to the internet. Choose one that is not synchronised, on this laptop's own disk.",
    )


@sentence.register
def _(_error: CostRefused) -> str:
    return translate(
        "VaultSentences",
        "This account is protected in a way that is not safe, so it was refused. Restore the last backup.",
    )


@sentence.register
def _(error: RecoveryCodeWrong) -> str:
    if error.row:
        row = translate("VaultSentences", "Row {row} of the recovery code is not right. Compare it sign by sign.")
        return row.format(row=error.row)
    return translate(
        "VaultSentences",
        "This sheet does not open this desk: it belongs to another one, or a newer sheet took its place. Look for the "
        "newest.",
    )


@sentence.register
def _(error: ShareWrong) -> str:
    words = translate(
        "VaultSentences", "Sheet {number} is not as it was printed. Compare it word by word: it has 33 words."
    )
    return words.format(number=error.number)


@sentence.register
def _(_error: SharesTooFew) -> str:
    return translate("VaultSentences", "Two different sheets of the same desk are needed. Type another one.")


@sentence.register
def _(_error: SquareWrong) -> str:
    return translate(
        "VaultSentences",
        "This is not the square of the newest sheet of this desk. Read it again, whole, or restore the last backup.",
    )


@sentence.register
def _(_error: KeyringUnusable) -> str:
    return translate(
        "VaultSentences",
        "This computer has no key store that can be trusted, or it does not answer. Go on with your passphrase.",
    )


@sentence.register
def _(_error: NotAdmitted) -> str:
    return translate(
        "VaultSentences", "This part is reserved for others. If you need it, ask whoever is in charge of the case."
    )


@sentence.register
def _(_error: StoreClosed) -> str:
    return translate(
        "VaultSentences", "The desk was locked while this was being done. Nothing was changed. Do it again."
    )
