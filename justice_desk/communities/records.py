"""The tables of communities, terms of office and the country profiles in use."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from justice_desk.vault.records import Base


class CommunityRecord(Base):
    """A community that this desk serves."""

    __tablename__ = "communities"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    hierarchy: Mapped[str]
    municipality: Mapped[str]
    place_code: Mapped[str]
    desk_code: Mapped[str]
    country: Mapped[str]
    profile: Mapped[str] = mapped_column(ForeignKey("profiles.digest"))


class TermRecord(Base):
    """Who holds an office, from one day to another (ISO dates)."""

    __tablename__ = "terms"

    id: Mapped[str] = mapped_column(primary_key=True)
    community_id: Mapped[str] = mapped_column(ForeignKey("communities.id"), index=True)
    office: Mapped[str]
    holder: Mapped[str]
    person_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    starts: Mapped[str]
    ends: Mapped[str | None]


class ProfileRecord(Base):
    """A country profile as it was when it was taken into use: canonical JSON under its SHA-256."""

    __tablename__ = "profiles"

    digest: Mapped[str] = mapped_column(primary_key=True)
    country: Mapped[str]
    content: Mapped[str]
