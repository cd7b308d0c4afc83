"""The table of protective measures."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from justice_desk.vault.records import Base


class MeasureRecord(Base):
    """A protective measure. `decided` (for whom, what, who is responsible, whether she accepts) is sealed."""

    __tablename__ = "measures"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    state: Mapped[str]
    starts_at: Mapped[datetime]
    review_at: Mapped[datetime]
    decided: Mapped[bytes]
