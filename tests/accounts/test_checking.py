import json
from pathlib import Path

import pytest
from sqlalchemy import text

from justice_desk.accounts import checking
from justice_desk.accounts.checking import check_store
from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import begin
from justice_desk.foundations.ids import PersonId
from justice_desk.journal.rules import Act
from justice_desk.vault.attempts import Attempts
from justice_desk.vault.errors import (
    SignInDelayed,
    SignInRefused,
    StoreDamaged,
    StoreInUse,
    StoreMissing,
    StoreNewer,
)
from justice_desk.vault.header import COPIES
from justice_desk.vault.keys import FLOOR, KeyPair
from justice_desk.vault.places import DATABASE, WITNESS
from justice_desk.vault.rules import Damage, Finding
from justice_desk.vault.slots import Newcomer, Standing
from tests.stores import NAMES, PASSPHRASES, DeskAtHand, HandClock

PAGE = 4096


@pytest.fixture
def desk(swift_desk: DeskAtHand) -> DeskAtHand:
    return swift_desk


@pytest.fixture
def used(desk: DeskAtHand) -> DeskAtHand:
    """A desk with a case, from which one person is excluded; closed."""
    case = desk.open_case("ana", excluded=["carla"])
    with begin(desk.acting("ana"), UseCase.ALERT, case) as work:
        work.commit(Act("alert", formal=True))
    desk.vault.close()
    return desk


def meddle(desk: DeskAtHand, *statements: str, **values: object) -> None:
    """What somebody does who holds the database's key and a tool."""
    desk.vault = desk.opened()
    with desk.vault.session() as session:
        for statement in statements:
            session.execute(text(statement), values)
        session.commit()
    desk.vault.close()


def findings(desk: DeskAtHand, who: str = "ana") -> list[Finding]:
    return list(check_store(desk.folder, PASSPHRASES[who], desk.clock, NAMES[who]).findings)


def damages(desk: DeskAtHand) -> set[Damage]:
    return {finding.damage for finding in findings(desk)}


def case_of(desk: DeskAtHand) -> str:
    desk.vault = desk.opened()
    with desk.vault.session(reading=True) as session:
        case = session.execute(text("SELECT DISTINCT case_id FROM admissions")).scalar_one()
    desk.vault.close()
    return str(case)


@pytest.mark.parametrize("who", ["ana", "berta", "carla", "delia"])
def test_a_sound_store_has_no_findings_whoever_checks_it(who: str, used: DeskAtHand) -> None:
    standing = check_store(used.folder, PASSPHRASES[who], used.clock, NAMES[who])
    assert standing.findings == ()
    assert standing.acts == 6
    assert standing.head.startswith("6 · ")


@pytest.mark.parametrize("who", ["ana", "delia"])
def test_a_passphrase_alone_is_enough_and_a_wrong_one_counts_once(who: str, used: DeskAtHand) -> None:
    with pytest.raises(SignInRefused):
        check_store(used.folder, "la de nadie", used.clock)
    assert len(Attempts(used.folder).moments()) == 1
    assert check_store(used.folder, PASSPHRASES[who], used.clock).findings == ()
    assert len(Attempts(used.folder).moments()) == 1, "the next sign-in tells the journal of it"


def test_the_delay_holds_for_checking_too(used: DeskAtHand) -> None:
    for _ in range(5):
        Attempts(used.folder).failed(used.clock())
    with pytest.raises(SignInDelayed):
        check_store(used.folder, PASSPHRASES["ana"], used.clock)


def test_a_name_and_the_passphrase_of_another_do_not_check(used: DeskAtHand) -> None:
    with pytest.raises(SignInRefused):
        check_store(used.folder, PASSPHRASES["ana"], used.clock, NAMES["berta"])


def test_checking_changes_no_file(used: DeskAtHand) -> None:
    (used.folder / COPIES[1]).write_bytes(b"?")
    before = {path.name: path.read_bytes() for path in used.folder.iterdir()}
    findings(used)
    assert {path.name: path.read_bytes() for path in used.folder.iterdir()} == before


def test_a_store_in_use_is_not_checked(used: DeskAtHand, tmp_path: Path) -> None:
    used.vault = used.opened()
    with pytest.raises(StoreInUse):
        findings(used)
    with pytest.raises(StoreMissing):
        check_store(tmp_path, "x", HandClock())


def test_a_missing_and_a_broken_copy_of_the_header_are_named(used: DeskAtHand) -> None:
    (used.folder / COPIES[0]).unlink()
    assert findings(used) == [Finding(Damage.HEADER_MISSING, COPIES[0])]
    (used.folder / COPIES[0]).write_bytes(b"?")
    assert findings(used) == [Finding(Damage.HEADER_UNREADABLE, COPIES[0])]


def test_a_copy_that_was_altered_and_one_that_is_older_are_named(used: DeskAtHand) -> None:
    older = (used.folder / COPIES[1]).read_bytes()
    content = json.loads(older)
    content["persons"][1]["generation"] = 7
    (used.folder / COPIES[1]).write_text(json.dumps(content))
    assert findings(used) == [Finding(Damage.HEADER_SEAL, COPIES[1])]
    used.vault = used.opened()
    used.vault.enrol(Newcomer(PersonId("eva"), "Eva", PASSPHRASES["ana"]), FLOOR)
    used.vault.settle(Standing(dict.fromkeys(used.template.persons.values(), 1)))
    used.vault.close()
    (used.folder / COPIES[1]).write_bytes(older)
    assert findings(used) == [Finding(Damage.HEADER_OLDER, COPIES[1])]


def test_a_header_that_nobody_sealed_is_not_checked_against(used: DeskAtHand) -> None:
    content = json.loads((used.folder / COPIES[0]).read_bytes())
    for name in COPIES:
        (used.folder / name).write_text(json.dumps({**content, "sequence": 9}))
    with pytest.raises(StoreDamaged):
        findings(used)
    for name in COPIES:
        (used.folder / name).write_text(json.dumps({**content, "version": 9}))
    with pytest.raises(StoreNewer):
        findings(used)


@pytest.mark.parametrize("content", [None, b""])
def test_a_missing_database_is_named(content: bytes | None, used: DeskAtHand) -> None:
    (used.folder / DATABASE).unlink()
    if content is not None:
        (used.folder / DATABASE).write_bytes(content)
    assert findings(used) == [Finding(Damage.DATABASE_MISSING, DATABASE)]


def test_every_damaged_page_is_named_and_what_can_be_checked_is_checked(used: DeskAtHand) -> None:
    (used.folder / COPIES[0]).unlink()
    content = bytearray((used.folder / DATABASE).read_bytes())
    last = len(content) // PAGE
    for page in (3, last):
        content[(page - 1) * PAGE + 11] ^= 1
    (used.folder / DATABASE).write_bytes(content)
    found = findings(used)
    assert Finding(Damage.HEADER_MISSING, COPIES[0]) in found
    assert {Finding(Damage.PAGE, "3"), Finding(Damage.PAGE, str(last))} <= set(found)


def test_a_damaged_first_page_is_told_though_nothing_else_can_be_read(used: DeskAtHand) -> None:
    content = bytearray((used.folder / DATABASE).read_bytes())
    content[20] ^= 1
    (used.folder / DATABASE).write_bytes(content)
    standing = check_store(used.folder, PASSPHRASES["ana"], used.clock)
    assert standing.findings[0] == Finding(Damage.PAGE, "1")
    assert {finding.damage for finding in standing.findings} == {Damage.PAGE, Damage.STRUCTURE}
    assert standing.acts == 0


def test_a_schema_of_another_program_is_told(used: DeskAtHand) -> None:
    meddle(used, "UPDATE alembic_version SET version_num = '9999'")
    assert findings(used) == [Finding(Damage.SCHEMA_NEWER, "9999")]


def test_a_schema_that_waits_to_be_brought_up_to_date_is_told(
    used: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("justice_desk.vault.checking.newest_revision", lambda: "9999")
    assert {finding.damage for finding in findings(used)} == {Damage.SCHEMA_OLDER}


def test_a_trigger_that_was_taken_away_and_a_table_that_was_added_are_named(used: DeskAtHand) -> None:
    meddle(used, "DROP TRIGGER journal_entries_no_delete", "CREATE TABLE hidden (x)")
    changed = {Finding(Damage.SCHEMA_CHANGED, name) for name in ("journal_entries_no_delete", "hidden")}
    assert set(findings(used)) == changed


UNTRIGGERED = ("DROP TRIGGER journal_entries_no_update", "DROP TRIGGER journal_entries_no_delete")


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("DELETE FROM journal_entries WHERE seq = 2", Finding(Damage.JOURNAL_GAP, "2")),
        ("DELETE FROM journal_entries WHERE seq > 4", Finding(Damage.JOURNAL_OLDER, "5")),
        ("UPDATE journal_entries SET about = 'x' WHERE seq = 4", Finding(Damage.JOURNAL_HASH, "4")),
        ("UPDATE journal_entries SET facts = '?' WHERE seq = 4", Finding(Damage.JOURNAL_UNREADABLE, "4")),
        ("UPDATE journal_entries SET signature = x'00' WHERE seq = 6", Finding(Damage.JOURNAL_SIGNATURE, "6")),
    ],
)
def test_where_the_journal_was_written_into_is_named(statement: str, finding: Finding, used: DeskAtHand) -> None:
    meddle(used, *UNTRIGGERED, statement)
    assert finding in findings(used)


def test_a_note_beside_the_store_that_cannot_be_believed_is_named(used: DeskAtHand) -> None:
    (used.folder / WITNESS).write_text("{}")
    assert findings(used) == [Finding(Damage.WITNESS_UNREADABLE, WITNESS)]
    (used.folder / WITNESS).unlink()
    assert findings(used) == []


def test_a_key_that_the_code_on_paper_does_not_reach_is_named(used: DeskAtHand) -> None:
    case = case_of(used)
    meddle(used, "DELETE FROM wraps WHERE person_id = 'recovery' AND key_id LIKE :key", key=f"{case}:identity:%")
    assert findings(used) == [Finding(Damage.KEY_WITHOUT_RECOVERY, f"{case}:identity:1")]


def test_somebody_who_holds_a_key_without_being_admitted_is_named(used: DeskAtHand) -> None:
    case = case_of(used)
    carla = used.id_of("carla")
    meddle(
        used,
        "INSERT INTO wraps SELECT key_id, :who, box FROM wraps WHERE key_id LIKE :key AND person_id = 'recovery'",
        who=carla,
        key=f"{case}:identity:%",
    )
    assert findings(used) == [Finding(Damage.KEY_WITHOUT_ADMISSION, f"{case}:identity:1 {carla}")]


def test_somebody_admitted_without_a_key_is_named(used: DeskAtHand) -> None:
    case, berta = case_of(used), used.id_of("berta")
    meddle(used, "DELETE FROM wraps WHERE person_id = :who", who=berta)
    assert findings(used) == [Finding(Damage.ADMISSION_WITHOUT_KEY, f"{case} {berta}")]
    meddle(used, "INSERT INTO admissions VALUES ('nowhere', (SELECT id FROM persons LIMIT 1), 0)")
    assert damages(used) == {Damage.ADMISSION_WITHOUT_KEY}


def test_a_key_that_does_not_open_is_named_by_those_who_hold_it(used: DeskAtHand) -> None:
    case, ana = case_of(used), used.id_of("ana")
    meddle(
        used,
        "UPDATE wraps SET box = zeroblob(80) WHERE person_id = :who AND key_id LIKE :key",
        who=ana,
        key=f"{case}:identity:%",
    )
    assert findings(used) == [Finding(Damage.KEY_UNREADABLE, f"{case}:identity:1")]
    assert findings(used, "berta") == []


def test_a_key_that_was_exchanged_so_that_another_reads_along_is_named(used: DeskAtHand) -> None:
    case, stranger = case_of(used), KeyPair.fresh()
    meddle(
        used,
        "UPDATE scoped_keys SET public = :public WHERE owner = :case AND scope = 'identity'",
        public=stranger.public,
        case=case,
    )
    assert findings(used) == [Finding(Damage.KEY_UNREADABLE, f"{case}:identity:1")]


def test_slots_and_accounts_that_do_not_belong_together_are_named(used: DeskAtHand) -> None:
    used.vault = used.opened()
    used.vault.enrol(Newcomer(PersonId("eva"), "Eva", PASSPHRASES["ana"]), FLOOR)
    used.vault.close()
    assert findings(used) == [Finding(Damage.SLOT_WITHOUT_ACCOUNT, "eva")]
    used.vault = used.opened()
    used.vault.settle(Standing(dict.fromkeys(used.template.persons.values(), 1)))
    used.vault.close()
    meddle(
        used,
        "INSERT INTO persons (id, name, roles, agreement, verifying, enrolled_at) "
        "SELECT 'eva', 'Eva', roles, agreement, verifying, enrolled_at FROM persons LIMIT 1",
    )
    assert findings(used) == [Finding(Damage.ACCOUNT_WITHOUT_SLOT, "eva")]


def test_an_account_with_other_keys_and_an_unknown_role_are_named(used: DeskAtHand) -> None:
    berta, delia = used.id_of("berta"), used.id_of("delia")
    meddle(
        used,
        "UPDATE persons SET agreement = zeroblob(32) WHERE id = :berta",
        "UPDATE persons SET roles = 'jefe' WHERE id = :delia",
        berta=berta,
        delia=delia,
    )
    assert set(findings(used)) == {Finding(Damage.ACCOUNT_KEYS, berta), Finding(Damage.ROLE_UNKNOWN, delia)}


def test_damage_that_is_met_in_the_middle_leaves_the_other_findings(
    used: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_asked: object) -> list[Finding]:
        raise StoreDamaged(DATABASE, "database disk image is malformed")

    monkeypatch.setattr(checking, "check_accounts", broken)
    meddle(used, "DROP TRIGGER journal_entries_no_delete")
    assert findings(used) == [
        Finding(Damage.SCHEMA_CHANGED, "journal_entries_no_delete"),
        Finding(Damage.STRUCTURE, "database disk image is malformed"),
    ]
