"""The enumerations of the house whose values people read, by the family of labels that gives them words."""

import enum
import importlib

from justice_desk.cases.deadline_rules import Standing
from justice_desk.cases.rules import AgeStatus, CaseState, Channel, Gender, Outcome, PartyRole
from justice_desk.communities.rules import Absence
from justice_desk.custody.rules import CustodyKind
from justice_desk.handoffs.rules import Lacking, ReceiptKind, Stage
from justice_desk.hearings.rules import PointKind, SessionKind, Signing
from justice_desk.jurisdictions.rules import Certainty, Severity, Trigger
from justice_desk.protection.rules import Acceptance, MeasureKind, MeasureState

SHOWN: dict[str, type[enum.StrEnum]] = {
    "case_state": CaseState,
    "outcome": Outcome,
    "channel": Channel,
    "party_role": PartyRole,
    "age_status": AgeStatus,
    "gender": Gender,
    "session_kind": SessionKind,
    "point_kind": PointKind,
    "signing": Signing,
    "measure_kind": MeasureKind,
    "measure_state": MeasureState,
    "acceptance": Acceptance,
    "stage": Stage,
    "receipt_kind": ReceiptKind,
    "lacking": Lacking,
    "custody_kind": CustodyKind,
    "standing": Standing,
}
NOT_SHOWN: frozenset[type[enum.StrEnum]] = frozenset({Absence, Certainty, Severity, Trigger})
"""What profiles are written in: nobody at the desk reads these."""

RULES = (
    "jurisdictions.rules",
    "communities.rules",
    "cases.rules",
    "cases.deadline_rules",
    "custody.rules",
    "hearings.rules",
    "protection.rules",
    "handoffs.rules",
)


def enumerations() -> set[type[enum.StrEnum]]:
    """Return every enumeration that a module of rules of these rooms makes."""
    found: set[type[enum.StrEnum]] = set()
    for name in RULES:
        module = importlib.import_module(f"justice_desk.{name}")
        found |= {
            value
            for value in vars(module).values()
            if isinstance(value, type) and issubclass(value, enum.StrEnum) and value.__module__ == module.__name__
        }
    return found
