"""The tables of sessions, hearings and citations."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from justice_desk.vault.records import Base


class SessionRecord(Base):
    """A reserved session or a hearing that was held. `minutes` (place, presiding, points, outcome) is sealed."""

    __tablename__ = "sessions"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[str]
    held_at: Mapped[datetime]
    closed_at: Mapped[datetime]
    minutes: Mapped[bytes]


class CitationRecord(Base):
    """That somebody was called to a hearing: who (by code), when and why in neutral words, sealed."""

    __tablename__ = "citations"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    party_id: Mapped[str] = mapped_column(ForeignKey("parties.id"))
    called_for: Mapped[datetime]
    call: Mapped[bytes]
