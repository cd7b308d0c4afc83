"""The tables of issued documents and of what was printed. Numbers are never reused; triggers forbid deleting."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from justice_desk.vault.records import Base


class DocumentRecord(Base):
    """An issued document: its number, its bytes and its content, sealed at the scope of what it says."""

    __tablename__ = "documents"
    __table_args__ = (UniqueConstraint("series", "year", "serial"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    subject: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    scope: Mapped[str]
    series: Mapped[str]
    year: Mapped[int]
    serial: Mapped[int]
    issued_at: Mapped[datetime]
    issued_by: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    pages: Mapped[int]
    code: Mapped[str]
    template_sha256: Mapped[str]
    content_sha256: Mapped[str]
    pdf_sha256: Mapped[str]
    content: Mapped[bytes]
    pdf: Mapped[bytes]


class PrintRecord(Base):
    """That a document went to a printer: which copy (0: the original), for whom and why (sealed), if it came out."""

    __tablename__ = "prints"

    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    attempt: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    copy: Mapped[int]
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(ForeignKey("persons.id"))
    printer: Mapped[str]
    purpose: Mapped[bytes]
    came_out: Mapped[bool]
