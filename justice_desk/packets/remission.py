"""`remision.json` and `custodia.json`: written from a plan, and read from a stranger.

Both are canonical JSON (sorted keys, NFC, integers only) under their own schemas. Field names are plain words;
`contexto.json` beside them gives each its NIEM 6.0 name where it has one.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from justice_desk.custody.rules import GENESIS, linked
from justice_desk.foundations.canonical import Json
from justice_desk.packets.annex import SealedAnnex
from justice_desk.packets.bag import PAYLOAD
from justice_desk.packets.fingerprints import fingerprint, written_signing_key
from justice_desk.packets.rules import (
    CaseReference,
    CustodyChain,
    Enclosure,
    Kind,
    Level,
    PacketId,
    PacketPlan,
    PacketRefused,
    PlanRefused,
    Recipient,
    Sender,
    Step,
)
from justice_desk.packets.schemas import CUSTODY, REMISSION, checked_json, read_checked
from justice_desk.packets.sources import Measure
from justice_desk.packets.views import Addressee, ReceivedAnnex, ReceivedDocument, Remission

REMISSION_FILE = "data/remision.json"
CUSTODY_FILE = "data/custodia.json"
CONTEXT_FILE = "data/contexto.json"
FIXED_FILES = frozenset({REMISSION_FILE, CUSTODY_FILE, CONTEXT_FILE})


def write_remission(
    plan: PacketPlan, public: bytes, measures: Mapping[str, Measure], annex: SealedAnnex | None
) -> bytes:
    """Return `remision.json`; `public` is the key that seals, 32 bytes, `measures` are by path inside the bag.

    Raises:
        PlanRefused: the plan holds something that the schema does not take; says where.
    """
    value: dict[str, Json] = {
        "@context": "contexto.json",
        "schema": "urn:justice-desk:remision:1",
        "packet_id": plan.packet_id,
        "kind": plan.kind.value,
        "sensitivity": plan.level.value,
        "language": plan.language,
        "sequence": plan.sequence,
        "previous": plan.previous_sha256,
        "created": plan.created_at.isoformat(timespec="seconds"),
        "acknowledge_by": plan.acknowledge_by.isoformat(timespec="seconds"),
        "from": {
            "code": plan.sender.code,
            "name": plan.sender.institution,
            "office": plan.sender.office,
            "seal_key": written_signing_key(public),
        },
        "to": [_addressee(recipient) for recipient in plan.recipients],
        "case": {
            "case_no": plan.case.reference,
            "receiver_case_no": plan.case.receiver_number,
            "receiver_case_kind": plan.case.receiver_number_kind,
            "folios": plan.case.folios,
        },
        "documents": [_document(enclosed, measures[PAYLOAD + enclosed.path]) for enclosed in plan.documents],
        "annexes": [] if annex is None else [_annex(annex)],
        "custody_head": plan.custody.head,
        "nonce": plan.nonce.hex(),
        "htcds": plan.htcds,
    }
    return checked_json(value, REMISSION)


def write_custody(packet: PacketId, chain: CustodyChain) -> bytes:
    """Return `custodia.json`.

    Raises:
        PlanRefused: an event has another form, or the events do not lead to the head.
    """
    if custody_head(chain.events) != chain.head:
        raise PlanRefused("custody", "the events do not lead to the head")
    value: dict[str, Json] = {
        "schema": "urn:justice-desk:custodia:1",
        "packet_id": packet,
        "head": chain.head,
        "events": list(chain.events),
    }
    return checked_json(value, CUSTODY)


def custody_head(events: tuple[Mapping[str, Json], ...]) -> str:
    """Return the hash of the last event, each hashed with the one before it; zeros if nothing happened yet."""
    head = GENESIS
    for event in events:
        head = linked(head, event)
    return head.hex()


def read_remission(raw_remission: bytes, raw_custody: bytes) -> Remission:
    """Return what the two files say, once they are believed to be the sender's.

    Raises:
        PacketRefused: not strict JSON, not of the schema, or at odds with each other.
    """
    value: Any = read_checked(raw_remission, REMISSION)
    custody: Any = read_checked(raw_custody, CUSTODY)
    events = tuple(custody["events"])
    if not (value["custody_head"] == custody["head"] == custody_head(events)):
        raise PacketRefused(Step.SCHEMA, "custody does not lead to its head")
    if value["packet_id"] != custody["packet_id"]:
        raise PacketRefused(Step.SCHEMA, "custody of another packet")
    if (value["previous"] is None) != (value["sequence"] == 1):
        raise PacketRefused(Step.SCHEMA, "sequence")
    return Remission(
        packet_id=PacketId(value["packet_id"]),
        kind=Kind(value["kind"]),
        level=Level(value["sensitivity"]),
        language=value["language"],
        sequence=value["sequence"],
        previous_sha256=value["previous"],
        created_at=_moment(value["created"]),
        acknowledge_by=_moment(value["acknowledge_by"]),
        sender=Sender(value["from"]["code"], value["from"]["name"], value["from"]["office"]),
        sealed_by=value["from"]["seal_key"],
        recipients=tuple(
            Addressee(to["code"], to["name"], to["office"], to["key"], to["medium"]) for to in value["to"]
        ),
        case=CaseReference(
            reference=value["case"]["case_no"],
            folios=value["case"]["folios"],
            receiver_number=value["case"]["receiver_case_no"],
            receiver_number_kind=value["case"]["receiver_case_kind"],
        ),
        documents=tuple(_received(document) for document in value["documents"]),
        annexes=tuple(
            ReceivedAnnex(annex["file"], annex["bytes"], annex["sha256"], tuple(to["key"] for to in annex["to"]))
            for annex in value["annexes"]
        ),
        custody=events,
        custody_head=value["custody_head"],
        htcds=value["htcds"],
        nonce=bytes.fromhex(value["nonce"]),
    )


def _addressee(recipient: Recipient) -> dict[str, Json]:
    return {
        "code": recipient.code,
        "name": recipient.institution,
        "office": recipient.office,
        "key": fingerprint(recipient.key),
        "medium": recipient.medium,
    }


def _document(enclosed: Enclosure, measure: Measure) -> dict[str, Json]:
    return {
        "file": PAYLOAD + enclosed.path,
        "doc_title": enclosed.title,
        "media_type": enclosed.media_type,
        "kind": enclosed.kind,
        "number": enclosed.number,
        "folios": enclosed.folios,
        "bytes": measure.size,
        "sha256": measure.sha256,
    }


def _annex(annex: SealedAnnex) -> dict[str, Json]:
    return {
        "file": annex.path,
        "bytes": annex.measure.size,
        "sha256": annex.measure.sha256,
        "to": [{"code": recipient.code, "key": fingerprint(recipient.key)} for recipient in annex.recipients],
    }


def _received(document: Any) -> ReceivedDocument:  # noqa: ANN401 - JSON that its schema has checked
    return ReceivedDocument(
        path=document["file"],
        title=document["doc_title"],
        media_type=document["media_type"],
        kind=document["kind"],
        number=document["number"],
        folios=document["folios"],
        size=document["bytes"],
        sha256=document["sha256"],
    )


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as fault:
        raise PacketRefused(Step.SCHEMA, "no such moment") from fault
