"""What an open database holds: how many rows, how long its journal is, the desk's code, the last numbers."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select, text
from sqlalchemy.orm import Session

from justice_desk.accounts.work import Work
from justice_desk.backups.rules import Contents, Register
from justice_desk.cases.records import CaseRecord
from justice_desk.cases.rules import case_number
from justice_desk.communities.profiles import adopted
from justice_desk.communities.reading import own_community, sender_code
from justice_desk.communities.records import CommunityRecord
from justice_desk.documents.records import DocumentRecord
from justice_desk.documents.rules import Kind, Number
from justice_desk.journal.chain import checkpoint
from justice_desk.vault.migrating import revision_of

CASES = "cases"
_TABLES = text("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")


def contents_of(session: Session, store: str) -> Contents:
    """Return what a database holds: what is compared after a restore."""
    connection = session.connection()
    end = checkpoint(session, store)
    return Contents(
        desk=str(session.scalar(select(CommunityRecord.desk_code).order_by(CommunityRecord.id).limit(1)) or ""),
        schema=str(revision_of(connection)),
        rows=rows_of(connection),
        size=end.size,
        head=end.head.hex(),
    )


def rows_of(connection: Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    tables = [str(name) for name in connection.scalars(_TABLES)]
    return {table: int(connection.scalar(text(f'SELECT count(*) FROM "{table}"')) or 0) for table in tables}  # noqa: S608 - from the schema


def registers_of(work: Work) -> tuple[Register, ...]:
    """Return the last number of each register of this desk: of its cases, and of every kind of paper."""
    return (_cases(work), *_papers(work))


def _cases(work: Work) -> Register:
    community = own_community(work)
    series = sender_code(adopted(work, community.profile), community)
    year, serial = _last(work, CaseRecord, series)
    return Register(CASES, "", community.desk_code, year, serial, case_number(series, year, serial) if serial else "")


def _papers(work: Work) -> Iterator[Register]:
    desk = own_community(work).desk_code
    for kind in Kind:
        year, serial = _last(work, DocumentRecord, Number(kind, desk, 1, 1).series)
        number = Number(kind, desk, year, serial)
        yield Register(kind.value, kind.word, desk, year, serial, number.text if serial else "")


def _last(work: Work, record: type[CaseRecord | DocumentRecord], series: str) -> tuple[int, int]:
    """Return year and serial of the last number of a series; of this year and 0, where there is none."""
    newest = select(record.year, record.serial).where(record.series == series)
    last = work.session.execute(newest.order_by(record.year.desc(), record.serial.desc()).limit(1)).first()
    return (_this_year(work), 0) if last is None else (last.year, last.serial)


def _this_year(work: Work) -> int:
    return work.now.astimezone(ZoneInfo(adopted(work, own_community(work).profile).timezone)).year
