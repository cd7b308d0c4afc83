"""What people tell in tests, plainly fictitious: intakes, assessments, people and who they are."""

from datetime import datetime
from typing import Any

from justice_desk.cases.rules import AgeStatus, Assessment, Channel, Identity, Intake, NewParty, Outcome, PartyRole
from tests.stores import START

CANARY = "Cuenta ficticia: la muchacha subió a un minibús blanco (canario 4711)"

IDENTITY = Identity(
    given_names="Wayra Inventada",
    paternal="Q'illurumi",
    maternal="Tusuyñan",
    alias="la ficticia del molino",
    id_document="00112233 XX",
    birth_date="12/03/2011",
    address="Casa ficticia junto al molino",
    telephone="700 00 111",
    school="Unidad Educativa Imaginaria",
    safe_contact="700 00 112",
)


def intake(known_at: datetime = START, /, **changes: Any) -> Intake:  # noqa: ANN401 - fields of an intake
    """Return what is told of a case nobody knows much about; `changes` are its other fields."""
    given: dict[str, Any] = {
        "title": "Viaje con oferta de trabajo",
        "known_exactly": True,
        "channel": Channel.THIRD_PARTY,
        "account": CANARY,
        "place": "Feria ficticia",
        **changes,
    }
    return Intake(known_at=known_at, **given)


def own_matter(**changes: Any) -> Assessment:  # noqa: ANN401 - fields of an assessment
    """Return why a case is the community's own matter."""
    given: dict[str, Any] = {
        "outcome": Outcome.OWN_MATTER,
        "reason": "Un lindero entre dos familias ficticias.",
        "personal": "Las dos son de la comunidad.",
        "material": "Es un lindero.",
        "territorial": "Está en el territorio.",
        **changes,
    }
    return Assessment(**given)


def party(role: PartyRole = PartyRole.VICTIM, age: AgeStatus = AgeStatus.ADULT) -> NewParty:
    """Return somebody in a case, by code."""
    return NewParty(role, age, language="quechua")
