"""The vault's own tables, the base that every room's tables share, and how a moment is stored."""

from datetime import UTC, datetime

from sqlalchemy import Dialect, ForeignKey, LargeBinary, MetaData, String, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
MOMENT_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept as UTC text that sorts: `2026-11-23T15:04:00.000000Z`."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the base's signature
        """Write a moment.

        Raises:
            ValueError: the moment does not say its offset from UTC.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without its offset from UTC")
        return value.astimezone(UTC).strftime(MOMENT_FORMAT)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the base's signature
        """Read a moment back, aware, in UTC."""
        return None if value is None else datetime.fromisoformat(value).astimezone(UTC)


class Base(DeclarativeBase):
    """Every table of the store."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: Moment, bytes: LargeBinary}  # noqa: RUF012 - read once by the mapper


class ScopedKeyRecord(Base):
    """A key pair that guards one scope of one owner (a case, the office): the public half; the private is in wraps."""

    __tablename__ = "scoped_keys"
    __table_args__ = (UniqueConstraint("owner", "scope", "generation"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str]
    scope: Mapped[str]
    generation: Mapped[int]
    public: Mapped[bytes]


class WrapRecord(Base):
    """A scoped key's secret, sealed to one person admitted to it (or to the recovery key)."""

    __tablename__ = "wraps"

    key_id: Mapped[str] = mapped_column(ForeignKey("scoped_keys.id"), primary_key=True)
    person_id: Mapped[str] = mapped_column(primary_key=True, index=True)
    box: Mapped[bytes]


class DraftRecord(Base):
    """What somebody typed and has not finished, sealed to the typist alone."""

    __tablename__ = "drafts"

    person_id: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    saved_at: Mapped[datetime]
    box: Mapped[bytes]


class SettingRecord(Base):
    """A choice of this desk that is no act: canonical JSON under a name."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class OfficeKeyRecord(Base):
    """A key of the office itself: what signs packets (`signing`) and what incoming packets are sealed to (`age`)."""

    __tablename__ = "office_keys"

    name: Mapped[str] = mapped_column(primary_key=True)
    public: Mapped[str]
    sealed: Mapped[bytes]
