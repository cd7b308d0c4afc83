"""The tables of the people who use the desk, and of who is admitted to which case."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from justice_desk.vault.records import Base


class PersonRecord(Base):
    """Somebody with an account: the name they sign in with, their roles (comma-separated), their public keys."""

    __tablename__ = "persons"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    roles: Mapped[str]
    agreement: Mapped[bytes]
    verifying: Mapped[bytes]
    enrolled_at: Mapped[datetime]


class AdmissionRecord(Base):
    """That a person works on a case, and whether it is their own. What they can read is decided by their keys."""

    __tablename__ = "admissions"

    case_id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), primary_key=True, index=True)
    own: Mapped[bool]
