"""What screens see of protection."""

from dataclasses import dataclass
from datetime import datetime

from justice_desk.foundations.ids import CaseId, MeasureId
from justice_desk.protection.rules import Acceptance, MeasureKind, MeasureState


@dataclass(frozen=True)
class MeasureView:
    """A protective measure, by the code of the person it protects."""

    id: MeasureId
    case: CaseId
    kind: MeasureKind
    protects: str
    description: str
    responsible: str
    acceptance: Acceptance
    state: MeasureState
    starts_at: datetime
    review_at: datetime
    end_reason: str
