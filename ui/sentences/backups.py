"""Sentences about backups: where they may lie, what is wrong with one, what a restore needs."""

from justice_desk.backups.rules import (
    BackupDamaged,
    BackupNotOurs,
    BackupPlaceRefused,
    DeskCodesSpent,
    NoBackupHere,
    PlaceFault,
)
from ui.i18n import translate
from ui.sentences.spoken import sentence


@sentence.register
def _(error: BackupPlaceRefused) -> str:
    words = {
        PlaceFault.MISSING: translate(
            "BackupSentences", "This place is not there now. Plug the drive in, or choose another place."
        ),
        PlaceFault.OWN: translate(
            "BackupSentences",
            "This is the desk's own folder: a backup there is lost with it. Choose a drive, or another folder.",
        ),
        PlaceFault.NETWORK: translate(
            "BackupSentences",
            "This folder lies on another computer. Choose a drive that is plugged in, or a folder of this laptop.",
        ),
        PlaceFault.SYNCHRONISED: translate(
            "BackupSentences",
            "A program copies this folder to the internet. Choose a drive that is plugged in, or a folder that is not "
            "synchronised.",
        ),
    }
    return words[error.fault]


@sentence.register
def _(_error: NoBackupHere) -> str:
    return translate(
        "BackupSentences", "There is no backup here. Choose the drive, or the folder JD-copias that lies on it."
    )


@sentence.register
def _(error: BackupDamaged) -> str:
    words = translate(
        "BackupSentences",
        "This backup is not as it was made: {part} is missing or is another. Choose an older one, or another drive.",
    )
    return words.format(part=error.part)


@sentence.register
def _(_error: BackupNotOurs) -> str:
    return translate(
        "BackupSentences",
        "This backup belongs to another desk, or to keys that were changed since. Open it with the passphrase or the "
        "sheet of that time.",
    )


@sentence.register
def _(_error: DeskCodesSpent) -> str:
    return translate(
        "BackupSentences",
        "This desk was restored so often that no letter is left for its numbers. Ask whoever looks after the program.",
    )
