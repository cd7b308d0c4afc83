"""Packing: what of a case goes into the packet, what only into its annex, and the gate between the two."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from justice_desk.accounts.office import SIGNING, office_key
from justice_desk.accounts.work import Work
from justice_desk.cases.reading import identity_of, load, parties_of, profile_of, summary_of
from justice_desk.cases.rules import Identity
from justice_desk.cases.views import PartyView
from justice_desk.communities.reading import own_community, sender_code, terms_of
from justice_desk.custody.chain import chain_of, holder
from justice_desk.custody.rules import GENESIS, CustodyEvent, CustodyKind, chained
from justice_desk.documents.reading import content_text, documents_about, pdf_of
from justice_desk.documents.views import DocumentView
from justice_desk.foundations.canonical import Json
from justice_desk.foundations.ids import CaseId
from justice_desk.handoffs.htcds import open_bundle
from justice_desk.handoffs.leaks import leaks
from justice_desk.handoffs.reading import ANSWER, documents_for
from justice_desk.handoffs.records import HandoffRecord, ReceiverRecord
from justice_desk.handoffs.rules import IdentityInTheOpen
from justice_desk.jurisdictions.rules import Profile
from justice_desk.packets.rules import (
    NONCE_LENGTH,
    AnnexPlan,
    CaseReference,
    CustodyChain,
    Enclosure,
    Kind,
    Level,
    PacketPlan,
    Recipient,
    Sender,
    new_packet_id,
)

ANSWER_WITHOUT_RULE = timedelta(hours=48)
MEDIUM = "memoria"
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


@dataclass(frozen=True)
class Packing:
    """A packet that is ready to be sealed: its plan, the key that seals it, and the custody event of the sealing."""

    plan: PacketPlan
    signing_key: bytes
    event: CustodyEvent


def pack(work: Work, row: HandoffRecord) -> Packing:
    """Gather what goes into the packet of a handoff.

    Raises:
        IdentityInTheOpen: a document of the open part names somebody whom only the annex may name.
        NotAdmitted: the person who acts does not hold the office's key, or none to the identities of this case.
    """
    case, packet = CaseId(row.case_id), new_packet_id()
    record = load(work, case)
    profile = profile_of(work, record)
    receiver = work.session.get_one(ReceiverRecord, row.receiver_id)
    people = [(party, identity_of(work, case, party.id)) for party in parties_of(work, case)]
    named = [(party, identity) for party, identity in people if identity is not None]
    documents = documents_for(work, row)
    _keep_closed(work, row, documents, [identity for _, identity in named])
    event = _sealing_event(work, receiver, packet)
    sequence, previous = _place_in_sequence(work)
    rule = profile.deadline(ANSWER)
    plan = PacketPlan(
        packet_id=packet,
        kind=Kind.REMISSION,
        level=Level.RESERVED,
        sequence=sequence,
        previous_sha256=previous,
        created_at=work.now.astimezone(ZoneInfo(profile.timezone)).replace(microsecond=0),
        acknowledge_by=work.now.astimezone(ZoneInfo(profile.timezone)).replace(microsecond=0)
        + (ANSWER_WITHOUT_RULE if rule is None else rule.length),
        sender=_sender(work, profile),
        recipients=(_recipient(receiver, receiver.recipient),),
        case=CaseReference(record.number, sum(document.pages for document in documents)),
        documents=tuple(_enclosure(work, case, document, place) for place, document in enumerate(documents, start=1)),
        annex=_annex(work, row, receiver, named, profile),
        custody=_custody(work, row, event),
        htcds=open_bundle(
            record.number,
            parties_of(work, case),
            summary_of(work, record).exploitation,
            profile,
            work.now.astimezone(ZoneInfo(profile.timezone)).date().isoformat(),
        ),
        nonce=secrets.token_bytes(NONCE_LENGTH),
    )
    return Packing(plan, office_key(work, SIGNING), event)


def _keep_closed(
    work: Work, row: HandoffRecord, documents: tuple[DocumentView, ...], identities: list[Identity]
) -> None:
    texts = {document.number: content_text(work, CaseId(row.case_id), document.id) for document in documents}
    if found := leaks(identities, texts, _open_names(work, row)):
        raise IdentityInTheOpen(found)


def _open_names(work: Work, row: HandoffRecord) -> tuple[str, ...]:
    community, receiver = own_community(work), work.session.get_one(ReceiverRecord, row.receiver_id)
    places = (community.name, community.hierarchy, community.municipality)
    return (*places, receiver.institution, receiver.office, *(term.holder for term in terms_of(work, community)))


def _place_in_sequence(work: Work) -> tuple[int, str | None]:
    last = work.session.scalars(
        select(HandoffRecord)
        .where(HandoffRecord.sequence.is_not(None))
        .order_by(HandoffRecord.sequence.desc())
        .limit(1)
    ).first()
    return (1, None) if last is None or last.sequence is None else (last.sequence + 1, last.packet_sha256)


def _sender(work: Work, profile: Profile) -> Sender:
    """Return this office as it sends: after a restore by its new code, so that no number of a packet comes twice."""
    community = own_community(work)
    return Sender(sender_code(profile, community), community.name, community.hierarchy or community.municipality)


def _recipient(receiver: ReceiverRecord, key: str) -> Recipient:
    code = "R-" + receiver.id.replace("-", "")[-12:].upper()
    return Recipient(code, receiver.institution, receiver.office, key, MEDIUM)


def _enclosure(work: Work, case: CaseId, document: DocumentView, place: int) -> Enclosure:
    return Enclosure(
        path=f"docs/{place:02d}-{document.kind.value}.pdf",
        title=document.title,
        media_type="application/pdf",
        kind=document.paper,
        number=document.number,
        folios=document.pages,
        content=pdf_of(work, case, document.id),
    )


def _annex(
    work: Work,
    row: HandoffRecord,
    receiver: ReceiverRecord,
    named: list[tuple[PartyView, Identity]],
    profile: Profile,
) -> AnnexPlan | None:
    if not named:
        return None
    case = CaseId(row.case_id)
    sheets = [document for document in documents_about(work, case, [row.id]) if document.kind.holds_identities]
    return AnnexPlan(
        recipients=(_recipient(receiver, receiver.annex_recipient),),
        identities=tuple(_person(party, identity, profile) for party, identity in named),
        files={
            f"hoja-reservada-{place}.pdf": pdf_of(work, case, sheet.id) for place, sheet in enumerate(sheets, start=1)
        },
    )


def _person(party: PartyView, identity: Identity, profile: Profile) -> Mapping[str, Json]:
    dated = _DAY.fullmatch(identity.birth_date) is not None
    notes = [party.restrictions, "" if dated else identity.birth_date]
    said: dict[str, str] = {
        "given": identity.given_names,
        "surname_paternal": identity.paternal,
        "surname_maternal": identity.maternal,
        "surname_spouse": identity.married,
        "alias": identity.alias,
        "id_doc": identity.id_document,
        "role": profile.label("party_role", party.role.value),
        "birth": identity.birth_date if dated else "",
        "sex": profile.label("gender", party.gender.value),
        "education": identity.school,
        "address_home": identity.address,
        "phone_home": identity.telephone,
        "phone_notification": identity.safe_contact,
        "notes": "\n".join(filter(None, notes)),
    }
    known: dict[str, Json] = {key: value for key, value in said.items() if value}
    languages: dict[str, Json] = {"languages": [party.language]} if party.language else {}
    return {"code": party.code, **known, **languages}


def _sealing_event(work: Work, receiver: ReceiverRecord, packet: str) -> CustodyEvent:
    return CustodyEvent(
        at=work.now,
        kind=CustodyKind.SEALED,
        giver=holder(work.person),
        taker=receiver.institution,
        place=own_community(work).municipality,
        condition="",
        reference=packet,
    )


def _custody(work: Work, row: HandoffRecord, event: CustodyEvent) -> CustodyChain:
    before = chain_of(work, CaseId(row.case_id), row.id)
    head = chained(before[-1].digest if before else GENESIS, event)
    events = (*(link.event for link in before), event)
    return CustodyChain(tuple(one.to_json() for one in events), head.hex())
