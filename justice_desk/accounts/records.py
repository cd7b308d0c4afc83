"""The tables of the people who use the desk, and of who is admitted to which case."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from justice_desk.vault.records import Base


class PersonRecord(Base):
    """Somebody with an account: the name they sign in with, their roles (comma-separated), their public keys.

    Of their slots in the header, `slot` is the generation that counts; `device` says that the keyring opens one too.
    Whoever left keeps the row: the journal names them.
    """

    __tablename__ = "persons"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    roles: Mapped[str]
    agreement: Mapped[bytes]
    verifying: Mapped[bytes]
    enrolled_at: Mapped[datetime]
    slot: Mapped[int] = mapped_column(default=1, server_default="1")
    device: Mapped[bool] = mapped_column(default=False, server_default="0")
    left_at: Mapped[datetime | None]


class AdmissionRecord(Base):
    """That a person works on a case, and whether it is their own. What they can read is decided by their keys."""

    __tablename__ = "admissions"

    case_id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), primary_key=True, index=True)
    own: Mapped[bool]


class FormerKeyRecord(Base):
    """A signing key that a person, or the code on paper, had before: what they signed with it is still theirs."""

    __tablename__ = "former_keys"

    person_id: Mapped[str] = mapped_column(primary_key=True)
    generation: Mapped[int] = mapped_column(primary_key=True)
    verifying: Mapped[bytes]
