"""A case in the vocabulary of HTCDS 2.0, as the open part of a packet may tell it: codes, no names.

Human Trafficking Case Data Standard 2.0, International Organization for Migration, CC BY 4.0. What the standard lacks
stands in fields that begin with `ext_`.
"""

from collections.abc import Mapping

from justice_desk.cases.rules import Gender, PartyRole
from justice_desk.cases.views import PartyView
from justice_desk.foundations.canonical import Json
from justice_desk.jurisdictions.rules import Profile

VERSION = "2.0"
_GENDERS: Mapping[Gender, str] = {
    Gender.WOMAN: "Feminine",
    Gender.MAN: "Masculine",
    Gender.OTHER: "NonConforming",
    Gender.UNTOLD: "NonSpecifiedUnknown",
}
_PERSONS = frozenset({PartyRole.VICTIM, PartyRole.NAMED})


def open_bundle(
    number: str, parties: tuple[PartyView, ...], exploitation: tuple[str, ...], profile: Profile, sent: str
) -> Mapping[str, Json]:
    """Return the case for the open part; `sent` is the local day of the handoff (ISO 8601).

    A case that was dispatched and not yet accepted stays `Active`: ownership moves when the receiver accepts.
    """
    country = profile.id.upper()
    types = sorted({kind for code in exploitation for kind in profile.htcds[code]})
    victims = [party for party in parties if party.role is PartyRole.VICTIM]
    return {
        "htcds_version": VERSION,
        "organisations": [
            {"id": "org1", "ext_orgKind": "IndigenousJusticeAuthority", "org_ShippingCountry": country},
        ],
        "persons": [
            {"id": party.code, "prs_Gender": _GENDERS[party.gender]} for party in parties if party.role in _PERSONS
        ],
        "cases": [
            {
                "id": "c1",
                "cas_Status": "Active",
                "cas_ReasonForOutgoingReferral": "Other",
                "cas_OutgoingReferralDate": sent,
                "ext_caseNumber": number,
            },
        ],
        "victims": [
            {
                "id": f"v{place}",
                "case_id": "c1",
                "person_id": victim.code,
                "vic_TraffickingStatus": "PossibleVictimOfTrafficking",
                "vic_TraffickingStatusDecisionMakingOrg": "Other",
                "ext_treatedAsChild": victim.as_child,
                **({"vic_TypeOfExploitation": types} if types else {}),
                **({f"ext_purpose{country}": list(exploitation)} if exploitation else {}),
            }
            for place, victim in enumerate(victims, start=1)
        ],
    }
