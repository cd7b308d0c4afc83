"""What the letter to the prosecutor and the reserved sheet say, in the fields of their papers (in Spanish)."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from justice_desk.accounts.work import Work
from justice_desk.cases.reading import identity_of, load, parties_of, profile_of, summary_of
from justice_desk.cases.rules import Identity
from justice_desk.cases.views import PartyView
from justice_desk.communities.reading import own_community
from justice_desk.documents.acta import letterhead
from justice_desk.documents.fields import FieldValue, Row
from justice_desk.documents.rules import Kind, Signer
from justice_desk.documents.views import DocumentView
from justice_desk.foundations.ids import CaseId
from justice_desk.handoffs.reading import documents_for, letter_of, notices_of, plan_of
from justice_desk.handoffs.records import HandoffRecord, ReceiverRecord
from justice_desk.handoffs.rules import HandoffIncomplete, Lacking
from justice_desk.handoffs.views import NoticeView
from justice_desk.hearings.reading import sessions_of
from justice_desk.jurisdictions.rules import Profile
from justice_desk.protection.reading import measures_of
from justice_desk.protection.rules import MeasureState

NO_NOTICE = "No se dio aviso verbal antes de este oficio."
UNDETERMINED = "por_determinar"
"""The form of exploitation that says that nobody knows yet: on paper it says nothing."""
NOT_TOLD = "No se indicó"


def oficio_fields(work: Work, row: HandoffRecord) -> Mapping[str, FieldValue]:
    """Return the fields of the letter that goes with a handoff: codes, never names of protected persons.

    Raises:
        HandoffIncomplete: no acta was issued yet, so there is nothing to send.
    """
    case = CaseId(row.case_id)
    record, community, plan = load(work, case), own_community(work), plan_of(work, row)
    profile, parties = profile_of(work, record), parties_of(work, case)
    actas = [document for document in documents_for(work, row) if document.kind is Kind.ACTA]
    if not actas:
        raise HandoffIncomplete((Lacking.ACTA,))
    fields: dict[str, FieldValue] = {
        **letterhead(community),
        **_addressee(work, row),
        "oficio.lugar": community.municipality,
        "oficio.referencia": f"{plan.purpose}. Caso {record.number}",
        "caso.numero": record.number,
        "caso.conocimiento": record.known_at,
        "caso.conocimiento_precision": "exacta" if record.known_exactly else "aproximada",
        "caso.resumen": plan.facts,
        "caso.fines": [
            profile.label("exploitation", code)
            for code in summary_of(work, record).exploitation
            if code != UNDETERMINED
        ],
        "aviso.previo": _told(notices_of(work, case), profile),
        "partes": [_coded(party, profile) for party in parties],
        "idioma.requerido": ", ".join(
            dict.fromkeys(one.language for one in parties if one.interpreter and one.language)
        ),
        "medidas": [
            f"{profile.label('measure_kind', one.kind.value)} ({one.protects}): {one.description}"
            for one in measures_of(work, case)
            if one.state is MeasureState.IN_FORCE
        ],
        "riesgo": plan.risk,
        "enlace.contacto": plan.liaison_contact,
        "inventario": [_enclosed(place, acta) for place, acta in enumerate(actas, start=1)],
        "inventario.fojas": sum(acta.pages for acta in actas),
        "firmas": signers(work, case),
    }
    return {name: value for name, value in fields.items() if value not in ("", [])}


def sheet_fields(work: Work, row: HandoffRecord) -> Mapping[str, FieldValue]:
    """Return the fields of the reserved sheet: who the codes are.

    Raises:
        NotAdmitted: the person who acts holds no key to identities of this case.
        HandoffIncomplete: the letter was not issued yet, or nobody's identity was written.
    """
    case = CaseId(row.case_id)
    record = load(work, case)
    profile = profile_of(work, record)
    letter = letter_of(work, row)
    people = [(party, identity_of(work, case, party.id)) for party in parties_of(work, case)]
    named = [_named(party, identity, profile) for party, identity in people if identity is not None]
    if letter is None:
        raise HandoffIncomplete((Lacking.OFICIO,))
    if not named:
        raise HandoffIncomplete((Lacking.VICTIM_IDENTITY,))
    addressee = _addressee(work, row)
    return {
        **letterhead(own_community(work)),
        "destinatario.cargo": addressee["destinatario.cargo"],
        "destinatario.institucion": addressee["destinatario.institucion"],
        "caso.numero": record.number,
        "entrega.oficio": letter.number,
        "identidades": named,
        "firmas": signers(work, case),
    }


def signers(work: Work, case: CaseId) -> list[Signer]:
    """Return who signs for the community: those who presided over the last session, by their office."""
    sessions = sessions_of(work, case)
    return [Signer(one.office, one.name) for one in sessions[-1].minutes.presiding] if sessions else []


def _addressee(work: Work, row: HandoffRecord) -> dict[str, FieldValue]:
    receiver = work.session.get_one(ReceiverRecord, row.receiver_id)
    return {
        "destinatario.cargo": receiver.office,
        "destinatario.institucion": receiver.institution,
        "destinatario.lugar": receiver.place,
    }


def _told(notices: tuple[NoticeView, ...], profile: Profile) -> str:
    names = {institution.id: institution.name for institution in profile.institutions}
    lines = []
    for notice in notices:
        means = profile.label("channel", notice.means.value).lower()
        answer = f" Respuesta: {notice.answer}" if notice.answer else ""
        at = _local(notice.given_at, profile)
        lines.append(f"{at}, {means}, a {names[notice.institution]} ({notice.person}): {notice.said}{answer}")
    return "\n".join(lines) or NO_NOTICE


def _local(at: datetime, profile: Profile) -> str:
    return at.astimezone(ZoneInfo(profile.timezone)).strftime("El %d/%m/%Y a horas %H:%M")


def _enclosed(place: int, document: DocumentView) -> Row:
    return {"numero": str(place), "descripcion": f"{document.title}, {document.number}", "fojas": document.pages}


def _coded(party: PartyView, profile: Profile) -> Row:
    return {
        "codigo": party.code,
        "rol": profile.label("party_role", party.role.value),
        "edad": profile.label("age_status", party.age.value),
        "sexo": profile.label("gender", party.gender.value),
        "idioma": party.language or NOT_TOLD,
    }


def _named(party: PartyView, identity: Identity, profile: Profile) -> Row:
    row: dict[str, str] = {
        "codigo": party.code,
        "rol": profile.label("party_role", party.role.value),
        "nombres": identity.given_names or NOT_TOLD,
        "apellido_paterno": identity.paternal,
        "apellido_materno": identity.maternal,
        "apellido_conyuge": identity.married,
        "otros_nombres": identity.alias,
        "documento": identity.id_document,
        "nacimiento": identity.birth_date,
        "edad": profile.label("age_status", party.age.value),
        "sexo": profile.label("gender", party.gender.value),
        "domicilio": identity.address,
        "telefono": identity.telephone,
        "centro_educativo": identity.school,
        "idioma": party.language,
        "contacto_seguro": identity.safe_contact or NOT_TOLD,
        "restricciones": party.restrictions or NOT_TOLD,
    }
    return {column: value for column, value in row.items() if value}
