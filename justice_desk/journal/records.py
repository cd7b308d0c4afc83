"""The journal's table. Triggers forbid changing or deleting a row."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from justice_desk.vault.records import Base


class JournalRecord(Base):
    """One entry, as it was chained."""

    __tablename__ = "journal_entries"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor: Mapped[str]
    second: Mapped[str | None]
    action: Mapped[str]
    case_id: Mapped[str | None] = mapped_column(index=True)
    about: Mapped[str]
    facts: Mapped[str]
    previous: Mapped[bytes]
    digest: Mapped[bytes]
    signature: Mapped[bytes | None]
