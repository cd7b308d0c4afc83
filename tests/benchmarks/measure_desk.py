"""What the main job takes: registering, looking, issuing a paper, on the encrypted store and on plain SQLite."""

import contextlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2

from justice_desk.accounts.passphrases import made_passphrase
from justice_desk.bootstrap import Desk, found
from justice_desk.foundations.clock import system_clock
from justice_desk.foundations.ids import CaseId
from justice_desk.vault import engine
from tests.benchmarks.measuring import Measure
from ui.commands.story import Story, protect, register

PLAIN_MIXED, PLAIN_ROWS = "desk: mixed reads and saves, plain SQLite", "store: 200 rows, plain SQLite"
ROWS = 200


def _plain(path: Path, key: bytes, *, still: bool = False) -> dbapi2.Connection:
    return dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)


@contextlib.contextmanager
def without_cipher() -> Iterator[None]:
    """Let the vault open plain files of the same library, for comparing only."""
    usual = engine.keyed, engine.STATUS
    engine.keyed, engine.STATUS = _plain, "SELECT '1'"
    try:
        yield
    finally:
        engine.keyed, engine.STATUS = usual


@contextlib.contextmanager
def desk_in(folder: Path) -> Iterator[tuple[Desk, CaseId]]:
    """A fictitious desk with one case."""
    story = Story("bo")
    desk = found(folder / "store", story.founding(made_passphrase(), system_clock()), system_clock).take_place()
    try:
        yield desk, register(desk, story, system_clock)
    finally:
        desk.close()


def _mixed(desk: Desk, case: CaseId) -> None:
    story = Story("bo")
    made = desk.cases.register(story.intake(system_clock())).id
    for party in story.parties():
        desk.parties.add(made, party)
    for _ in range(4):
        desk.cases.case(case)
        desk.handoffs.of_case(case)
    desk.accounts.keep_draft("benchmark", "lo que se escribe")
    desk.cases.deadlines()


@contextlib.contextmanager
def mixing(folder: Path, *, plain: bool) -> Iterator[Callable[[], object]]:
    """Time a case, three people, a draft and nine looks, through the services."""
    with without_cipher() if plain else contextlib.nullcontext(), desk_in(folder) as (desk, case):
        yield partial(_mixed, desk, case)


@contextlib.contextmanager
def rows(folder: Path, *, plain: bool) -> Iterator[Callable[[], object]]:
    """Time raw inserts and reads in one table, one transaction, flushed."""
    path, key = folder / "raw.db", bytes(range(32))
    with without_cipher() if plain else contextlib.nullcontext():
        connection = engine.connect(path, key)
    connection.execute("CREATE TABLE pieces (id INTEGER PRIMARY KEY, piece BLOB)")

    def act() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for _ in range(ROWS):
            connection.execute("INSERT INTO pieces (piece) VALUES (?)", (bytes(800),))
        connection.execute("COMMIT")
        connection.execute("SELECT id, piece FROM pieces ORDER BY id DESC LIMIT 200").fetchall()

    yield act
    connection.close()


@contextlib.contextmanager
def issuing(folder: Path) -> Iterator[Callable[[], object]]:
    """Time issuing the acta of a reserved session, two sheets: number, drawing, hashes, seal, commit."""
    story = Story("bo")
    with desk_in(folder) as (desk, case):
        sessions = iter([protect(desk, story, case, system_clock)])

        def act() -> None:
            session = next(sessions, None) or desk.hearings.record(case, story.reserved_session(system_clock()))
            desk.documents.issue_acta(case, session.id)

        yield act


@contextlib.contextmanager
def previewing(folder: Path) -> Iterator[Callable[[], object]]:
    """Time drawing the same acta as a draft, without keeping anything."""
    story = Story("bo")
    with desk_in(folder) as (desk, case):
        session = protect(desk, story, case, system_clock)
        yield partial(desk.documents.preview_acta, case, session.id)


MEASURES = (
    Measure(PLAIN_ROWS, partial(rows, plain=True), times=50),
    Measure("store: 200 rows, encrypted", partial(rows, plain=False), times=50, peer=PLAIN_ROWS),
    Measure(PLAIN_MIXED, partial(mixing, plain=True), times=20),
    Measure(
        "desk: mixed reads and saves, encrypted", partial(mixing, plain=False), times=20, peer=PLAIN_MIXED, ratio=1.3
    ),
    Measure("document: draw a 2-sheet acta", previewing, times=10),
    Measure("document: issue a 2-sheet acta", issuing, times=10),
)
