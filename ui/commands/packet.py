"""Checking a packet that arrived, and unpacking it once every check was passed."""

import shutil
from argparse import Namespace
from pathlib import Path

from justice_desk.foundations.files import CannotWrite, translated
from justice_desk.foundations.progress import Unwatched
from justice_desk.packets.fingerprints import grouped, signing_fingerprint
from justice_desk.packets.opening import OpenedPacket, open_packet
from justice_desk.packets.rules import KeyDirectory, PacketRefused
from justice_desk.packets.signers import read_signers
from justice_desk.packets.views import VerifiedPacket
from ui.commands.codes import DAMAGED, DONE
from ui.commands.errors import IdentityMissing
from ui.i18n import translate
from ui.sentences import sentence


def run(given: Namespace) -> int:
    """Verify or open a packet; an untrustworthy one gives 1 and one sentence that says why.

    Raises:
        IdentityMissing, SignersUnreadable, PacketMissing, CannotWrite, DiskFull: what was asked cannot be done.
    """
    identity = _identity(given.identity)
    directory = read_signers(given.keys) if given.keys else KeyDirectory(())
    try:
        with open_packet(given.path, identity, directory, Unwatched()) as opened:
            if given.what == "open":
                _unpack(opened, given.out)
            _tell(opened.verified)
    except PacketRefused as refused:
        print(sentence(refused))
        return DAMAGED
    return DONE


def _identity(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise IdentityMissing from fault
    return next((line.strip() for line in lines if line.strip() and not line.startswith("#")), "")


def _unpack(opened: OpenedPacket, out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        if any(out.iterdir()):
            raise CannotWrite(out, "ENOTEMPTY")
        for document in opened.remission.documents:
            with opened.document(document) as source, (out / Path(document.path).name).open("xb") as target:
                shutil.copyfileobj(source, target)
    except OSError as fault:
        raise translated(fault, out) from fault


def _tell(verified: VerifiedPacket) -> None:
    remission = verified.remission
    sealed_by = f"{verified.signer.name} · {grouped(signing_fingerprint(verified.signer.public))}"
    lines = (
        (translate("Commands", "Packet"), remission.packet_id),
        (translate("Commands", "Sealed by"), sealed_by),
        (translate("Commands", "Sender"), f"{remission.sender.institution} · {remission.sender.office}"),
        (translate("Commands", "Case"), remission.case.reference),
        (translate("Commands", "Created"), remission.created_at.isoformat()),
        (translate("Commands", "Documents"), str(len(remission.documents))),
        (translate("Commands", "Identity annex"), str(len(remission.annexes))),
        (translate("Commands", "SHA-256"), verified.sha256),
        (translate("Commands", "Receipt code"), grouped(verified.acknowledgement)),
    )
    for name, value in lines:
        print(f"{name}: {_plain(value)}")
    for document in remission.documents:
        print(
            f"  {_plain(document.title)} · {_plain(document.number or '')} · fs. {document.folios} · {document.sha256}"
        )
    print(translate("Commands", "The packet is whole, and sealed by a key that you trust."))


def _plain(text: str) -> str:
    """Return a stranger's words without what would move the cursor of a terminal."""
    return "".join(sign for sign in text if sign.isprintable())
