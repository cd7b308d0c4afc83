"""The table of custody: who held what, from whom, where. Triggers forbid changing or deleting a row."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from justice_desk.vault.records import Base


class CustodyRecord(Base):
    """One event in the chain of custody of `subject` (a handoff, an item). The event is sealed, its hash is plain."""

    __tablename__ = "custody_events"

    subject: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    event: Mapped[bytes]
    digest: Mapped[bytes]
