import multiprocessing
import shutil
import signal
from collections.abc import Callable, Iterator
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from justice_desk.accounts.checking import check_store
from justice_desk.accounts.sign_in import sign_in, sign_out
from justice_desk.backups.restoring import settle
from justice_desk.foundations.progress import Unwatched
from justice_desk.jurisdictions.loading import load_profile
from justice_desk.vault import migrating
from justice_desk.vault.checking import schema_of
from tests.backups.at_hand import back_up, backups, holds, tree, with_matter
from tests.backups.victims import back_up_and_die, migrate_and_die, restore_and_die, salvage_and_die
from tests.desks import DeskInUse, template_of
from tests.stores import NAMES, PASSPHRASES, HandClock, Template, swift_derivation
from tests.vault.test_migrations import Next

WAIT = 60
SAMPLE = 7
"""In an ordinary run every seventh step; in the torture every one."""
MOST = 400


@pytest.fixture(scope="session")
def killing() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.backups.victims"])
    return context


@pytest.fixture(scope="session")
def swift_founded(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """A founded desk whose passphrases cost nothing."""
    with swift_derivation():
        return template_of(tmp_path_factory.mktemp("swift") / "store", load_profile("bo"), alone=True)


@pytest.fixture
def desk(swift_founded: Template, tmp_path: Path) -> Iterator[DeskInUse]:
    with swift_derivation():
        (tmp_path / "desk").mkdir()
        made = DeskInUse(swift_founded, tmp_path / "desk" / "store")
        yield made
        made.vault.close()


def each_step(
    killing: ForkServerContext, every: int, target: Callable[..., None], given: Callable[[int], tuple[object, ...]]
) -> Iterator[tuple[int, bool]]:
    """Kill the program at every so many steps until it comes to its end; yield the step, and whether it came there."""
    for step in range(1, MOST, every):
        victim = killing.Process(target=target, args=(*given(step), step))
        victim.start()
        victim.join(WAIT)
        assert victim.exitcode in {0, -signal.SIGKILL}, f"step {step}"
        yield step, victim.exitcode == 0
        if victim.exitcode == 0:
            return
    raise AssertionError("it never came to its end")


def a_backup_is_whole_or_not_there(desk: DeskInUse, drive: Path, killing: ForkServerContext, every: int) -> None:
    with_matter(desk)
    earlier = back_up(desk, drive).folder
    desk.vault.close()
    kept = tree(earlier)
    ended = []
    for step, came_to_its_end in each_step(
        killing, every, back_up_and_die, lambda _: (desk.template, desk.folder, drive)
    ):
        ended.append(came_to_its_end)
        desk.vault = desk.opened()
        found = backups(desk).backups(drive)
        assert tree(earlier) == kept, f"step {step}"
        for view in found:
            assert backups(desk).rehearse(view.folder, Unwatched()).flaw is None, f"step {step}"
            if view.folder != earlier:
                shutil.rmtree(view.folder)
        assert desk.accounts("ana").verify_journal().fault_at is None
        desk.vault.close()
    assert ended.count(True) == 1
    assert len(ended) > 3


def test_a_backup_killed_at_any_step_is_whole_or_not_there(
    desk: DeskInUse, drive: Path, killing: ForkServerContext
) -> None:
    a_backup_is_whole_or_not_there(desk, drive, killing, SAMPLE)


@pytest.mark.torture
def test_a_backup_killed_at_every_step_is_whole_or_not_there(
    desk: DeskInUse, drive: Path, killing: ForkServerContext
) -> None:
    a_backup_is_whole_or_not_there(desk, drive, killing, 1)


def stands(folder: Path, expected: dict[str, int]) -> str:
    """Finish what was interrupted, open the desk in its place, and return its code."""
    settle(folder, HandClock()())
    assert check_store(folder, PASSPHRASES["ana"], HandClock(), NAMES["ana"]).findings == ()
    persons = sign_in(folder, NAMES["ana"], PASSPHRASES["ana"], HandClock())
    try:
        at_hand = DeskInUse.__new__(DeskInUse)
        at_hand.vault = persons.vault
        assert holds(at_hand).rows["cases"] == expected["cases"]
        assert holds(at_hand).rows["documents"] == expected["documents"]
        return holds(at_hand).desk
    finally:
        sign_out(persons)


def the_former_desk_or_the_new_one_stands(desk: DeskInUse, drive: Path, killing: ForkServerContext, every: int) -> None:
    with_matter(desk)
    backup = back_up(desk, drive).folder
    expected = dict(holds(desk).rows)
    desk.vault.close()
    before = tree(desk.folder)
    codes = []

    def anew(step: int) -> tuple[object, ...]:
        place = drive.parent / f"attempt {step}" / "store"
        shutil.copytree(desk.folder, place)
        return backup, place

    for step, _ in each_step(killing, every, restore_and_die, anew):
        place = drive.parent / f"attempt {step}" / "store"
        codes.append(stands(place, expected))
        asides = list(place.parent.glob("*-anterior-*"))
        assert [path.name for path in place.parent.iterdir() if "anterior" not in path.name] == ["store"]
        if codes[-1] == "A2":
            (aside,) = asides
            assert {name: content for name, content in tree(aside).items() if name in before} == before
        else:
            assert asides == []
        shutil.rmtree(place.parent)
    assert codes[0] == "A"
    assert codes[-1] == "A2"
    assert codes == sorted(codes), "once it was written down, it stays"


def test_a_restore_killed_at_any_step_leaves_the_former_desk_or_the_new_one(
    desk: DeskInUse, drive: Path, killing: ForkServerContext
) -> None:
    the_former_desk_or_the_new_one_stands(desk, drive, killing, SAMPLE)


@pytest.mark.torture
def test_a_restore_killed_at_every_step_leaves_the_former_desk_or_the_new_one(
    desk: DeskInUse, drive: Path, killing: ForkServerContext
) -> None:
    the_former_desk_or_the_new_one_stands(desk, drive, killing, 1)


@pytest.mark.torture
def test_a_salvage_killed_at_every_step_leaves_the_former_desk_or_the_new_one(
    desk: DeskInUse, drive: Path, killing: ForkServerContext
) -> None:
    with_matter(desk)
    expected = dict(holds(desk).rows)
    desk.vault.close()
    codes = []

    def anew(step: int) -> tuple[object, ...]:
        place = drive.parent / f"attempt {step}" / "store"
        shutil.copytree(desk.folder, place)
        return (place,)

    for step, _ in each_step(killing, 3, salvage_and_die, anew):
        codes.append(stands(drive.parent / f"attempt {step}" / "store", expected))
        shutil.rmtree(drive.parent / f"attempt {step}")
    assert (codes[0], codes[-1]) == ("A", "A2")
    assert codes == sorted(codes)


def a_migration_is_whole_or_absent(desk: DeskInUse, killing: ForkServerContext, every: int) -> None:
    with_matter(desk)
    expected = holds(desk)
    desk.vault.close()
    upgrade = "op.create_table('made', sa.Column('x', sa.Integer)); op.execute(\"INSERT INTO made VALUES (1)\")"
    scripts = Next(desk.folder.with_name("next"), upgrade).scripts
    former = desk.folder.with_name("former")
    shutil.copytree(desk.folder, former)
    for step, _ in each_step(killing, every, migrate_and_die, lambda _: (desk.template, desk.folder, scripts)):
        desk.vault = None  # type: ignore[assignment]
        with pytest.MonkeyPatch.context() as newer:
            newer.setattr(migrating, "SCRIPTS", scripts)
            desk.vault = desk.opened()
        with desk.vault.engine.connect() as connection:
            assert "made" in schema_of(connection)
        found = holds(desk)
        assert {table: found.rows[table] for table in expected.rows} == expected.rows, f"step {step}"
        assert found.head == expected.head
        desk.vault.close()
        assert list(desk.folder.glob(".*.part")) == []
        assert [path.name for path in desk.folder.glob("store-*.db")] != []
        shutil.rmtree(desk.folder)
        shutil.copytree(former, desk.folder)


def test_a_migration_killed_at_any_step_is_whole_or_absent(desk: DeskInUse, killing: ForkServerContext) -> None:
    a_migration_is_whole_or_absent(desk, killing, 3)


@pytest.mark.torture
def test_a_migration_killed_at_every_step_is_whole_or_absent(desk: DeskInUse, killing: ForkServerContext) -> None:
    a_migration_is_whole_or_absent(desk, killing, 1)
