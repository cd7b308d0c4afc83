"""Sentences about packets: writing one to a drive, and not believing one that arrived."""

from justice_desk.packets.rules import (
    DriveFull,
    DriveGone,
    EnclosureUnreadable,
    IdentityUnreadable,
    PacketExists,
    PacketMissing,
    PacketRefused,
    PacketTooLarge,
    PlanRefused,
    ReadBackDiffers,
    SignersUnreadable,
    Step,
)
from ui.i18n import translate
from ui.sentences.spoken import sentence

MEGABYTE = 1 << 20


@sentence.register
def _(_error: PlanRefused) -> str:
    return translate(
        "PacketSentences",
        "The packet cannot be made from what is there. Look at the papers and the receiver once more.",
    )


@sentence.register
def _(error: PacketRefused) -> str:
    reasons = {
        Step.SIZE: translate("PacketSentences", "it is too large"),
        Step.HEADER: translate("PacketSentences", "its beginning is not that of a packet"),
        Step.DECRYPTION: translate("PacketSentences", "this key does not open it"),
        Step.ARCHIVE: translate("PacketSentences", "it is not built as a packet is"),
        Step.SEAL: translate("PacketSentences", "its seal is not of somebody this desk knows"),
        Step.HASHES: translate("PacketSentences", "something in it was changed"),
        Step.LISTING: translate("PacketSentences", "something in it is not on its list"),
        Step.JSON: translate("PacketSentences", "its description cannot be read"),
        Step.SCHEMA: translate("PacketSentences", "its description is not as it should be"),
        Step.RECIPIENT: translate("PacketSentences", "it is for somebody else"),
        Step.SEQUENCE: translate("PacketSentences", "it came before, or its number does not fit"),
    }
    words = translate("PacketSentences", "The packet was not opened: {reason}. Ask whoever sent it before doing more.")
    return words.format(reason=reasons[error.step])


@sentence.register
def _(error: PacketTooLarge) -> str:
    words = translate(
        "PacketSentences",
        "The packet would be larger than {limit} MB, which drives do not take. Send less in one packet.",
    )
    return words.format(limit=error.limit // MEGABYTE)


@sentence.register
def _(_error: PacketExists) -> str:
    return translate("PacketSentences", "A packet of this name lies there already. Choose another drive or folder.")


@sentence.register
def _(_error: PacketMissing) -> str:
    return translate("PacketSentences", "There is no packet in this place. Look at what is on the drive.")


@sentence.register
def _(error: DriveFull) -> str:
    words = translate(
        "PacketSentences",
        "There is no room on the drive: {needed} MB are needed, {free} MB are free. Nothing was left on it. Make room, "
        "or take another drive.",
    )
    return words.format(needed=-(-error.needed // MEGABYTE), free=error.free // MEGABYTE)


@sentence.register
def _(_error: DriveGone) -> str:
    return translate(
        "PacketSentences", "The drive does not answer: it may have been pulled out. Plug it in again and start anew."
    )


@sentence.register
def _(_error: ReadBackDiffers) -> str:
    return translate(
        "PacketSentences",
        "The drive does not give back what was written to it. Nothing was left on it. Do not use this drive: take "
        "another.",
    )


@sentence.register
def _(error: EnclosureUnreadable) -> str:
    words = translate(
        "PacketSentences", "A file that should go along cannot be read: {file}. Put it in its place again."
    )
    return words.format(file=error.path)


@sentence.register
def _(_error: IdentityUnreadable) -> str:
    return translate("PacketSentences", "This is not a key that opens packets. It begins with AGE-SECRET-KEY-1.")


@sentence.register
def _(_error: SignersUnreadable) -> str:
    return translate(
        "PacketSentences",
        "The list of keys that are trusted cannot be read. Each line has a code and a key ssh-ed25519.",
    )
