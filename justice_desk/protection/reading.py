"""Reading measures inside a unit of work: what rooms above share."""

from typing import Any

from sqlalchemy import select

from justice_desk.accounts.work import Work
from justice_desk.foundations.ids import CaseId, MeasureId
from justice_desk.protection.records import MeasureRecord
from justice_desk.protection.rules import Acceptance, MeasureKind, MeasureState
from justice_desk.protection.views import MeasureView
from justice_desk.vault.rules import Scope


def measures_of(work: Work, case: CaseId) -> tuple[MeasureView, ...]:
    """Return the measures of a case, the first to start first."""
    rows = work.session.scalars(
        select(MeasureRecord).where(MeasureRecord.case_id == case).order_by(MeasureRecord.starts_at, MeasureRecord.id)
    )
    return tuple(measure_view(work, row) for row in rows)


def measure_view(work: Work, row: MeasureRecord) -> MeasureView:
    """Return one measure as screens show it."""
    raw: dict[str, Any] = decided(work, row)
    return MeasureView(
        id=MeasureId(row.id),
        case=CaseId(row.case_id),
        kind=MeasureKind(raw["kind"]),
        protects=raw["protects"],
        description=raw["description"],
        responsible=raw["responsible"],
        acceptance=Acceptance(raw["acceptance"]),
        state=MeasureState(row.state),
        starts_at=row.starts_at,
        review_at=row.review_at,
        end_reason=raw["end_reason"],
    )


def decided(work: Work, row: MeasureRecord) -> Any:  # noqa: ANN401 - JSON that was checked when it was sealed
    """Return what was decided, as it lies sealed."""
    return work.open_json(CaseId(row.case_id), Scope.SUMMARY, row.decided, label(row.id))


def label(measure: str) -> str:
    """Return what the sealed text of a measure is bound to."""
    return f"measures.decided:{measure}"
