"""`LEAME.txt` inside a packet: what lies in it, and how to check it, for somebody who has only a file explorer."""

import string

from justice_desk.foundations.resources import resource
from justice_desk.packets.bag import PAYLOAD
from justice_desk.packets.fingerprints import grouped, signing_fingerprint
from justice_desk.packets.rules import PacketPlan
from justice_desk.packets.schemas import FOLDER
from justice_desk.packets.seal import NAMESPACE, allowed_signer

TEXT = "LEAME.txt"
_ANNEX = "  {path}     los nombres: solo los abre la llave de quien debe conocerlos"


def read_me(plan: PacketPlan, public: bytes, annex: str | None) -> bytes:
    """Return the text; `public` is the key that seals, 32 bytes, `annex` the path of the identity annex.

    It is written in Spanish for every reader: the offices that packets go to work in it.
    """
    documents = [
        f"  {PAYLOAD}{enclosed.path}     {enclosed.title} ({enclosed.folios} fs.)" for enclosed in plan.documents
    ]
    text = string.Template(resource(FOLDER, TEXT).read_text(encoding="utf-8")).substitute(
        packet=plan.packet_id,
        sender=f"{plan.sender.institution}, {plan.sender.office}",
        recipients="; ".join(f"{recipient.institution}, {recipient.office}" for recipient in plan.recipients),
        documents="\n".join(documents),
        annex="" if annex is None else _ANNEX.format(path=annex) + "\n",
        fingerprint=grouped(signing_fingerprint(public)),
        signer=allowed_signer(plan.sender.code, public).strip(),
        code=plan.sender.code,
        namespace=NAMESPACE,
    )
    return text.encode("utf-8")
