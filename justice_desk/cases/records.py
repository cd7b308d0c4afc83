"""The tables of cases. What a case says is sealed to those admitted to it; what is plain says only that it exists."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from justice_desk.vault.records import Base


class CaseRecord(Base):
    """A case. `summary` (title, place, channel, forms, exclusions, assessments) is JSON sealed to the summary scope.

    `account`, what was told in somebody's own words, is sealed to the testimony scope: a clerk writes it once.
    """

    __tablename__ = "cases"
    __table_args__ = (UniqueConstraint("series", "year", "serial"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    series: Mapped[str]
    year: Mapped[int]
    serial: Mapped[int]
    number: Mapped[str] = mapped_column(unique=True)
    community_id: Mapped[str] = mapped_column(ForeignKey("communities.id"))
    profile: Mapped[str] = mapped_column(ForeignKey("profiles.digest"))
    state: Mapped[str] = mapped_column(index=True)
    known_at: Mapped[datetime]
    known_exactly: Mapped[bool]
    opened_at: Mapped[datetime]
    opened_by: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    summary: Mapped[bytes]
    account: Mapped[bytes]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read once by the mapper


class PartyRecord(Base):
    """Somebody in a case, by code. `coded` (role, age, language…) is sealed to the summary."""

    __tablename__ = "parties"
    __table_args__ = (UniqueConstraint("case_id", "code"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"))
    code: Mapped[str]
    coded: Mapped[bytes]


class IdentityRecord(Base):
    """Who a party is, sealed to the identity scope of the case.

    Whoever writes may not be able to read what stands there: each writing is kept beside the former ones, counted.
    """

    __tablename__ = "identities"

    party_id: Mapped[str] = mapped_column(ForeignKey("parties.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    named: Mapped[bytes]
    written_at: Mapped[datetime]


class DeadlineRecord(Base):
    """A deadline that was started, for the case or one `subject` in it (a handoff, a measure); when it was met.

    `note` (how it was met, or why late) is sealed to the case's summary.
    """

    __tablename__ = "deadlines"

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    starts_at: Mapped[datetime]
    due_at: Mapped[datetime] = mapped_column(index=True)
    met_at: Mapped[datetime | None]
    note: Mapped[bytes | None]
