"""What the acta of a session says: the record of the session in the fields of its paper. In Spanish, as papers are."""

from collections.abc import Mapping

from justice_desk.cases.records import CaseRecord
from justice_desk.communities.records import CommunityRecord
from justice_desk.documents.fields import FieldValue, Holder
from justice_desk.documents.rules import Signer
from justice_desk.hearings.rules import WITNESSED, Attendee, Confirmation, Minutes, SessionKind
from justice_desk.hearings.views import SessionView
from justice_desk.jurisdictions.rules import Profile

SPANISH = "castellano"
READ_BACK = "El acta fue leída en voz alta a las personas presentes, que la encontraron conforme."
NOT_READ_BACK = "El acta no se leyó en voz alta; cada persona la revisó por su cuenta antes de firmar."
_TYPE = {SessionKind.RESERVED: "reservada", SessionKind.HEARING: "audiencia"}


def letterhead(community: CommunityRecord) -> Mapping[str, FieldValue]:
    """Return who speaks in every paper of the community."""
    return {
        "comunidad.nombre": community.name,
        "comunidad.jerarquia": [line.strip() for line in community.hierarchy.split("·") if line.strip()],
        "comunidad.municipio": community.municipality,
    }


def acta_fields(
    record: CaseRecord, session: SessionView, community: CommunityRecord, profile: Profile
) -> Mapping[str, FieldValue]:
    """Return the fields of the acta of a session. Protected persons do not sign it: only who holds an office does."""
    minutes = session.minutes
    there = (*minutes.presiding, *minutes.attendance)
    fields: dict[str, FieldValue] = {
        **letterhead(community),
        "caso.numero": record.number,
        "sesion.tipo": _TYPE[minutes.kind],
        "sesion.lugar": minutes.place,
        "sesion.inicio": minutes.held_at,
        "sesion.fin": minutes.ended_at,
        "sesion.preside": [_holder(one) for one in minutes.presiding],
        "sesion.autoridades": [_holder(one) for one in there if one.office],
        "sesion.asistencia": [_holder(one) for one in there if not one.office],
        "sesion.orden_del_dia": list(minutes.agenda) or _agenda(minutes, profile),
        "sesion.puntos": [point.text for point in minutes.points],
        "sesion.decision": minutes.decision,
        "sesion.idioma": SPANISH if minutes.language == "es" else minutes.language,
        "sesion.interprete": f"Intervino como intérprete: {minutes.interpreter}." if minutes.interpreter else "",
        "sesion.lectura": READ_BACK if minutes.read_back else NOT_READ_BACK,
        "firmas": [_signer(one) for one in minutes.confirmations if one.office and not _inked(one)],
        "huellas": [_signer(one) for one in minutes.confirmations if one.office and _inked(one)],
    }
    if minutes.kind is SessionKind.HEARING:
        fields["sesion.acuerdos"] = list(minutes.agreements)
    if minutes.book and minutes.folio:
        fields |= {"libro.nombre": minutes.book, "libro.folio": minutes.folio}
    return {name: value for name, value in fields.items() if value not in ("", [])}


def _agenda(minutes: Minutes, profile: Profile) -> list[str]:
    return [profile.label("point_kind", kind) for kind in dict.fromkeys(point.kind.value for point in minutes.points)]


def _inked(confirmation: Confirmation) -> bool:
    return confirmation.signing in WITNESSED


def _holder(attendee: Attendee) -> Holder:
    return Holder(attendee.office, attendee.name)


def _signer(confirmation: Confirmation) -> Signer:
    return Signer(
        office=confirmation.office,
        name=confirmation.name,
        signing=confirmation.signing,
        reason=confirmation.reason,
        witnesses=confirmation.witnesses,
    )
