from datetime import timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from justice_desk.accounts.work import visible_cases
from justice_desk.foundations.ids import PersonId
from justice_desk.journal.chain import (
    CLOCK_BEHIND,
    Doing,
    append,
    behind,
    checkpoint,
    checkpoint_at,
    entries_of_case,
    newest_entries,
    verify,
)
from justice_desk.journal.records import JournalRecord
from justice_desk.journal.rules import GENESIS, Act, Checkpoint, Entry, Fault, Flaw
from tests.stores import DeskAtHand

TRIGGERS = ("journal_entries_no_update", "journal_entries_no_delete")


def write(desk: DeskAtHand, act: Act, *, who: str = "ana", action: str = "alert", case: str | None = None) -> Entry:
    with desk.vault.session() as session:
        entry = append(session, desk.ring_of(who), Doing(action, case, None), act, desk.clock())
        session.commit()
    return entry


def standing(desk: DeskAtHand, witnessed: Checkpoint | None = None) -> Fault | None:
    keys = {desk.id_of(who): [desk.ring_of(who).verifying] for who in desk.template.persons}
    with desk.vault.session(reading=True) as session:
        return verify(session, keys, witnessed).fault


def meddle(desk: DeskAtHand, *statements: str) -> None:
    """What somebody does who holds the database's key and a tool: the triggers do not stop them."""
    with desk.vault.session() as session:
        for trigger in TRIGGERS:
            session.execute(text(f"DROP TRIGGER {trigger}"))
        for statement in statements:
            session.execute(text(statement))
        session.commit()


@pytest.fixture
def written(desk: DeskAtHand) -> DeskAtHand:
    for number in range(4):
        write(desk, Act(f"act {number}", {"number": number, "text": "ñ"}, formal=number % 2 == 0), who="carla")
        desk.clock.turn(minutes=1)
    return desk


def test_a_journal_written_in_another_zone_and_read_again_holds(desk: DeskAtHand) -> None:
    desk.clock.at = desk.clock.at.astimezone(timezone(timedelta(hours=-4)))
    entry = write(desk, Act("act", formal=True))
    desk.reopen()
    assert entry.at.utcoffset() == timedelta()
    assert standing(desk) is None


def test_an_entry_is_read_as_it_was_written(desk: DeskAtHand) -> None:
    entry = write(desk, Act("V-01", {"role": "victim"}, formal=True), case="case-1")
    with desk.vault.session(reading=True) as session:
        assert entries_of_case(session, "case-1") == [entry]
        assert checkpoint(session, "s") == Checkpoint("s", entry.seq, entry.digest)


def test_only_formal_acts_are_signed(desk: DeskAtHand) -> None:
    assert write(desk, Act("act", formal=True)).signature is not None
    assert write(desk, Act("act")).signature is None


def test_a_clock_that_is_behind_is_noted_and_the_time_kept(desk: DeskAtHand) -> None:
    write(desk, Act("first"))
    before = desk.clock.turn(hours=-1)
    entry = write(desk, Act("second", {"n": 1}))
    assert entry.at == before
    assert entry.facts == {"n": 1, CLOCK_BEHIND: True}
    desk.clock.turn(hours=2)
    assert CLOCK_BEHIND not in write(desk, Act("third")).facts
    assert standing(desk) is None


def test_the_journals_view_is_that_of_the_visible_cases(desk: DeskAtHand) -> None:
    case = desk.open_case("ana", excluded=["berta"])
    write(desk, Act("about the case"), case=case)
    write(desk, Act("about the desk"))
    with desk.vault.session(reading=True) as session:
        seen = {
            who: [entry.about for entry in newest_entries(session, visible_cases(desk.id_of(who)), 10)]
            for who in ("ana", "berta")
        }
    assert seen["ana"][:3] == ["about the desk", "about the case", "case"]
    assert seen["berta"][0] == "about the desk"
    assert not {"about the case", "case"} & set(seen["berta"])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entries SET about = 'x' WHERE seq = 1",
        "UPDATE journal_entries SET signature = NULL",
        "DELETE FROM journal_entries WHERE seq = 2",
        "DELETE FROM journal_entries",
        "INSERT OR REPLACE INTO journal_entries SELECT * FROM journal_entries WHERE seq = 1",
        "REPLACE INTO journal_entries SELECT * FROM journal_entries",
        "UPDATE OR REPLACE journal_entries SET seq = 2 WHERE seq = 1",
    ],
)
def test_no_entry_is_changed_or_removed(statement: str, written: DeskAtHand) -> None:
    with written.vault.session() as session, pytest.raises(IntegrityError, match=r"no (update|delete)"):
        session.execute(text(statement))


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("DELETE FROM journal_entries WHERE seq = 3", Fault(3, Flaw.GAP)),
        ("UPDATE journal_entries SET about = 'x' WHERE seq = 2", Fault(2, Flaw.HASH)),
        ("UPDATE journal_entries SET facts = '{}' WHERE seq = 5", Fault(5, Flaw.HASH)),
        ("UPDATE journal_entries SET facts = 'garbage' WHERE seq = 5", Fault(5, Flaw.UNREADABLE)),
        ("UPDATE journal_entries SET facts = x'ff' WHERE seq = 5", Fault(5, Flaw.UNREADABLE)),
        ("UPDATE journal_entries SET facts = '{\"a\": 1.5}' WHERE seq = 5", Fault(5, Flaw.UNREADABLE)),
        ("UPDATE journal_entries SET at = 'yesterday' WHERE seq = 5", Fault(5, Flaw.UNREADABLE)),
        ("UPDATE journal_entries SET at = '2026-01-01T00:00:00.000000Z' WHERE seq = 5", Fault(5, Flaw.HASH)),
        ("UPDATE journal_entries SET about = x'fffe' WHERE seq = 5", Fault(5, Flaw.UNREADABLE)),
        ("UPDATE journal_entries SET digest = 'text' WHERE seq = 8", Fault(8, Flaw.HASH)),
        ("UPDATE journal_entries SET previous = 7 WHERE seq = 2", Fault(2, Flaw.HASH)),
        ("UPDATE journal_entries SET signature = NULL WHERE seq = 7", Fault(7, Flaw.HASH)),
        ("UPDATE journal_entries SET signature = 'text' WHERE seq = 7", Fault(7, Flaw.SIGNATURE)),
        ("UPDATE journal_entries SET signature = x'00' WHERE seq = 7", Fault(7, Flaw.SIGNATURE)),
        ("UPDATE journal_entries SET signature = x'00' WHERE seq = 6", Fault(6, Flaw.HASH)),
        ("UPDATE journal_entries SET seq = 0 WHERE seq = 1", Fault(1, Flaw.GAP)),
        ("UPDATE journal_entries SET second = 'x', case_id = 'y' WHERE seq = 6", Fault(6, Flaw.HASH)),
    ],
)
def test_what_somebody_wrote_into_the_journal_is_found_and_named(
    statement: str, fault: Fault, written: DeskAtHand
) -> None:
    meddle(written, statement)
    assert standing(written) == fault


def test_a_signature_of_somebody_unknown_is_found(written: DeskAtHand) -> None:
    with written.vault.session(reading=True) as session:
        found = verify(session, {written.id_of("ana"): [written.ring_of("ana").verifying]})
    assert found.size == 8
    assert found.fault == Fault(5, Flaw.SIGNATURE)


def test_a_key_that_is_no_key_makes_no_signature_right(written: DeskAtHand) -> None:
    with written.vault.session(reading=True) as session:
        found = verify(session, {PersonId(row.actor): [b"short"] for row in session.query(JournalRecord)})
    assert found.fault == Fault(1, Flaw.SIGNATURE)


def test_a_journal_that_was_cut_is_found_by_what_was_witnessed(written: DeskAtHand) -> None:
    with written.vault.session(reading=True) as session:
        witnessed = checkpoint(session, written.vault.store)
        assert not behind(session, witnessed)
        assert not behind(session, Checkpoint("s", 0, GENESIS))
    assert standing(written, witnessed) is None
    meddle(written, "DELETE FROM journal_entries WHERE seq > 6")
    assert standing(written) is None
    assert standing(written, witnessed) == Fault(7, Flaw.OLDER)
    with written.vault.session(reading=True) as session:
        assert behind(session, witnessed)
        assert behind(session, Checkpoint("s", 2, b"x" * 32))


def test_an_empty_journal_stands_at_the_beginning(desk: DeskAtHand) -> None:
    meddle(desk, "DELETE FROM journal_entries")
    with desk.vault.session(reading=True) as session:
        assert checkpoint(session, "s") == Checkpoint("s", 0, GENESIS)
        found = verify(session, {})
    assert (found.size, found.head, found.fault) == (0, b"", None)
    assert write(desk, Act("first")).seq == 1


def test_the_journal_knows_how_it_stood_at_any_length_it_had(desk: DeskAtHand) -> None:
    with desk.vault.session(reading=True) as session:
        now = checkpoint(session, desk.vault.store)
        assert checkpoint_at(session, desk.vault.store, now.size) == now
        assert checkpoint_at(session, desk.vault.store, 0) == Checkpoint(desk.vault.store, 0, GENESIS)
        assert checkpoint_at(session, desk.vault.store, now.size + 1) is None
