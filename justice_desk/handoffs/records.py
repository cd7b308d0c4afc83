"""The tables of receivers, handoffs, oral notices and receipts."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from justice_desk.vault.records import Base


class ReceiverRecord(Base):
    """An office that cases go to, with the age key it reads with and when that key was confirmed by voice."""

    __tablename__ = "receivers"

    id: Mapped[str] = mapped_column(primary_key=True)
    institution: Mapped[str]
    office: Mapped[str]
    place: Mapped[str]
    recipient: Mapped[str]
    annex_recipient: Mapped[str]
    entered_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    confirmed_with: Mapped[str]


class HandoffRecord(Base):
    """A case on its way to a receiver. `plan` (facts without names, risk, contact) is sealed to the case's summary.

    `acknowledgement` is the code that only somebody who opened the packet can read out, sealed like the plan.
    """

    __tablename__ = "handoffs"
    __table_args__ = (UniqueConstraint("sequence"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    receiver_id: Mapped[str] = mapped_column(ForeignKey("receivers.id"))
    stage: Mapped[str] = mapped_column(index=True)
    plan: Mapped[bytes]
    prepared_at: Mapped[datetime]
    reviewed_alone: Mapped[bool]
    sealed_at: Mapped[datetime | None]
    dispatched_at: Mapped[datetime | None]
    moved_at: Mapped[datetime]
    packet_id: Mapped[str]
    packet_sha256: Mapped[str]
    packet_bytes: Mapped[int]
    sequence: Mapped[int | None]
    acknowledgement: Mapped[bytes | None]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class NoticeRecord(Base):
    """An oral notice: when, by which means, to whom, what was said and answered (sealed)."""

    __tablename__ = "oral_notices"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    given_at: Mapped[datetime]
    said: Mapped[bytes]


class ReceiptRecord(Base):
    """What came back for a handoff: a stamp, a number, the acknowledgement code, a refusal. Never changed."""

    __tablename__ = "receipts"

    id: Mapped[str] = mapped_column(primary_key=True)
    handoff_id: Mapped[str] = mapped_column(ForeignKey("handoffs.id"), index=True)
    kind: Mapped[str]
    received_at: Mapped[datetime]
    entered_at: Mapped[datetime]
    written: Mapped[bytes]
