"""The demonstration: the whole main job on a plainly fictitious case, without a window, and what it leaves behind."""

import json
from argparse import Namespace
from pathlib import Path

from pyrage import x25519

from justice_desk.accounts.passphrases import made_passphrase
from justice_desk.bootstrap import Desk, found
from justice_desk.foundations.clock import Clock, system_clock
from justice_desk.foundations.files import CannotWrite, translated, write_whole
from justice_desk.foundations.progress import Unwatched
from justice_desk.packets.rules import PACKET_FILE
from justice_desk.packets.seal import allowed_signer
from ui.commands.codes import DONE
from ui.commands.story import Keys, Story, Told, tell
from ui.i18n import translate


def run(given: Namespace) -> int:
    """Tell the story in a folder of its own, and say what lies there."""
    write_demo(given.out, given.country, system_clock)
    print(translate("Commands", "The whole main job was done on a fictitious case. Everything lies in:"))
    print(given.out)
    return DONE


def write_demo(out: Path, country: str, clock: Clock) -> None:
    """Do the whole main job and leave store, documents, packet and keys in `out`, and their list in `demo.json`.

    Raises:
        CannotWrite, DiskFull: the folder does not do, or is not empty.
    """
    _make_empty(out)
    story, passphrase = Story(country), made_passphrase()
    founding = found(out / "store", story.founding(passphrase, clock()), clock)
    code = founding.recovery_code
    desk = founding.take_place()
    try:
        packet_key, annex_key = x25519.Identity.generate(), x25519.Identity.generate()
        keys = Keys(str(packet_key.to_public()), str(annex_key.to_public()))
        (out / "drive").mkdir()
        told = tell(desk, story, keys, out / "drive", clock, Unwatched())
        documents = _write_documents(desk, told, out)
        signer = desk.sealing.sender_code()
        (out / "keys").mkdir()
        write_whole(out / "keys" / "allowed_signers", allowed_signer(signer, desk.sealing.sealing_key()).encode())
    finally:
        desk.close()
    write_whole(out / "prosecutor.txt", f"{packet_key}\n".encode())
    write_whole(out / "annex.txt", f"{annex_key}\n".encode())
    listed = {
        "store": "store",
        "passphrase": passphrase,
        "recovery_code": code,
        "documents": documents,
        "packet": f"drive/{told.handoff.packet_id}/{PACKET_FILE}",
        "prosecutor_identity": "prosecutor.txt",
        "annex_identity": "annex.txt",
        "allowed_signers": "keys/allowed_signers",
        "signer": signer,
        "identities": [identity.full_name for identity in story.identities()],
        "canaries": list(story.canaries()),
    }
    write_whole(out / "demo.json", json.dumps(listed, ensure_ascii=False, indent=1).encode())


def _make_empty(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        if any(out.iterdir()):
            raise CannotWrite(out, "ENOTEMPTY")
    except OSError as fault:
        raise translated(fault, out) from fault


def _write_documents(desk: Desk, told: Told, out: Path) -> list[dict[str, str]]:
    folder = out / "documents"
    folder.mkdir()
    listed = []
    for document in told.documents:
        if document.secret:
            continue
        name = f"{document.number.replace('/', '-').replace(' ', '-')}.pdf"
        write_whole(folder / name, desk.documents.pdf(document.case, document.id))
        listed.append({"kind": document.kind.value, "number": document.number, "pdf": f"documents/{name}"})
    return listed
