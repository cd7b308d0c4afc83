import multiprocessing
import random
import signal
from collections.abc import Callable
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from justice_desk.accounts.checking import check_store
from justice_desk.accounts.recovering import open_with_paper
from justice_desk.accounts.rules import NameTaken, Role, UseCase
from justice_desk.accounts.service import AccountService, read_setting
from justice_desk.accounts.sign_in import sign_in, sign_out
from justice_desk.accounts.work import Persons, look
from justice_desk.vault.attempts import Attempts
from justice_desk.vault.errors import RecoveryCodeWrong, SignInRefused
from justice_desk.vault.header import read_copies
from justice_desk.vault.places import DATABASE
from justice_desk.vault.rotating import database_key, opens
from justice_desk.vault.rules import Damage
from tests.accounts.victims import (
    CODE,
    NEWCOMER,
    PASSPHRASE,
    SHEETS,
    act_and_die,
    change,
    come_back,
    commit_until_killed,
    enrol,
    remove,
    renew,
    rotate_until_killed,
)
from tests.stores import NAMES, PASSPHRASES, DeskAtHand, HandClock, Template

SEVERAL = 20
HUNDREDS = 300
MOST_STEPS = 120
WAIT = 60


@pytest.fixture(scope="session")
def killing() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.accounts.victims"])
    return context


def kill_while_committing(desk: DeskAtHand, killing: ForkServerContext, chance: random.Random) -> int:
    """Let a program commit, kill it somewhere, and return the last number that it was assured of."""
    hearing, telling = killing.Pipe(duplex=False)
    victim = killing.Process(target=commit_until_killed, args=(desk.template, desk.folder, telling))
    victim.start()
    telling.close()
    assured = 0
    for _ in range(chance.randint(1, 12)):
        assert hearing.poll(WAIT)
        assured = hearing.recv()
    hearing.poll(chance.random() / 100)
    victim.kill()
    victim.join(WAIT)
    assert victim.exitcode == -signal.SIGKILL
    try:
        while hearing.poll():
            assured = hearing.recv()
    except EOFError:
        pass
    hearing.close()
    return assured


def nothing_acknowledged_is_lost(desk: DeskAtHand, assured: int) -> None:
    desk.vault = desk.opened()
    service = desk.accounts("ana")
    with look(desk.acting("ana"), UseCase.CHANGE_SETTINGS) as work:
        kept = [read_setting(work, f"number {number}") for number in range(1, assured + 1)]
        more = read_setting(work, f"number {assured + 2}")
    assert kept == list(range(1, assured + 1))
    assert more is None
    standing = service.verify_journal()
    assert standing.fault_at is None
    assert standing.size in {4 + assured, 5 + assured}
    assert not service.older_than_noted()
    desk.vault.close()


def commits_survive(desk: DeskAtHand, killing: ForkServerContext, seed: int) -> None:
    desk.vault.close()
    assured = kill_while_committing(desk, killing, random.Random(seed))  # noqa: S311 - where to kill, no secret
    nothing_acknowledged_is_lost(desk, assured)


@pytest.mark.parametrize("seed", range(SEVERAL))
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(
    seed: int, swift_desk: DeskAtHand, killing: ForkServerContext
) -> None:
    commits_survive(swift_desk, killing, seed)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(SEVERAL, SEVERAL + HUNDREDS))
def test_nothing_acknowledged_is_ever_lost_when_the_program_is_killed(
    seed: int, swift_desk: DeskAtHand, killing: ForkServerContext
) -> None:
    commits_survive(swift_desk, killing, seed)


def enters(folder: Path, name: str, passphrase: str) -> bool:
    try:
        persons = sign_in(folder, name, passphrase, HandClock())
    except SignInRefused:
        Attempts(folder).forget()
        return False
    sign_out(persons)
    return True


def account_stands(desk: DeskAtHand) -> bool:
    desk.vault = desk.opened()
    names = [person.name for person in desk.accounts("ana").persons()]
    desk.vault.close()
    return NEWCOMER in names


def enrolment_is_whole_or_absent(desk: DeskAtHand) -> None:
    stands = account_stands(desk)
    assert enters(desk.folder, NEWCOMER, PASSPHRASE) is stands
    for who, name in NAMES.items():
        assert enters(desk.folder, name, PASSPHRASES[who])
    header = read_copies(desk.folder)[0].header
    assert len(header.persons) == (5 if stands else 4)
    assert check_store(desk.folder, PASSPHRASES["ana"], desk.clock, NAMES["ana"]).findings == ()
    persons = sign_in(desk.folder, NAMES["ana"], PASSPHRASES["ana"], desk.clock)
    try:
        AccountService(persons).add_person(NEWCOMER, frozenset({Role.CLERK}), PASSPHRASE + " otra")
    except NameTaken:
        assert stands
    else:
        assert not stands
    sign_out(persons)
    assert enters(desk.folder, NEWCOMER, PASSPHRASE if stands else PASSPHRASE + " otra")


def killed_at_every_step(
    desk: DeskAtHand,
    killing: ForkServerContext,
    act: Callable[[Persons, Template], None],
    places: Path,
    done: Callable[[DeskAtHand], bool],
) -> list[bool]:
    """Do something again and again, killed one step later each time, until it ends; return whether it was done then."""
    desk.vault.close()
    outcomes = []
    for step in range(1, MOST_STEPS):
        attempt = DeskAtHand(desk.template, places / f"attempt {step}")
        attempt.vault.close()
        victim = killing.Process(target=act_and_die, args=(attempt.template, attempt.folder, act, step))
        victim.start()
        victim.join(WAIT)
        outcomes.append(done(attempt))
        if victim.exitcode == 0:
            break
        assert victim.exitcode == -signal.SIGKILL
    assert outcomes[0] is False
    assert outcomes[-1] is True
    assert outcomes == sorted(outcomes), "once it is done, it stays"
    assert 10 < len(outcomes) < MOST_STEPS - 1
    return outcomes


def acts_of(desk: DeskAtHand, use_case: UseCase) -> int:
    """Return how often something stands in the journal of a store that its authority opens, and that is sound."""
    persons = sign_in(desk.folder, NAMES["ana"], PASSPHRASES["ana"], desk.clock)
    acts = [line.action for line in AccountService(persons).newest_acts()]
    sign_out(persons)
    return acts.count(use_case.value)


def sound(desk: DeskAtHand, who: str, passphrase: str) -> bool:
    return check_store(desk.folder, passphrase, desk.clock, NAMES[who]).findings == ()


def test_an_enrolment_killed_at_any_step_is_whole_or_absent(
    swift_desk: DeskAtHand, killing: ForkServerContext, tmp_path: Path
) -> None:
    def done(attempt: DeskAtHand) -> bool:
        stands = account_stands(attempt)
        enrolment_is_whole_or_absent(attempt)
        return stands

    killed_at_every_step(swift_desk, killing, enrol, tmp_path, done)


def test_a_passphrase_whose_change_is_killed_at_any_step_is_the_old_or_the_new_one(
    swift_desk: DeskAtHand, killing: ForkServerContext, tmp_path: Path
) -> None:
    def done(attempt: DeskAtHand) -> bool:
        new, old = (enters(attempt.folder, NAMES["ana"], one) for one in (PASSPHRASE, PASSPHRASES["ana"]))
        assert new is not old
        persons = sign_in(attempt.folder, NAMES["berta"], PASSPHRASES["berta"], attempt.clock)
        acts = [line.action for line in AccountService(persons).newest_acts()]
        sign_out(persons)
        assert (UseCase.CHANGE_PASSPHRASE.value in acts) is new, "what was done is journalled, and nothing else"
        assert sound(attempt, "ana", PASSPHRASE if new else PASSPHRASES["ana"])
        return new

    killed_at_every_step(swift_desk, killing, change, tmp_path, done)


def test_a_removal_killed_at_any_step_is_finished_or_never_was(
    swift_desk: DeskAtHand, killing: ForkServerContext, tmp_path: Path
) -> None:
    vault_key = swift_desk.template.vault_key

    def done(attempt: DeskAtHand) -> bool:
        gone = acts_of(attempt, UseCase.REMOVE_PERSON) == 1
        assert enters(attempt.folder, NAMES["carla"], PASSPHRASES["carla"]) is not gone
        assert enters(attempt.folder, NAMES["berta"], PASSPHRASES["berta"])
        header = read_copies(attempt.folder)[0].header
        assert (len(header.persons), header.generation, header.former) == ((3, 2, None) if gone else (4, 1, None))
        assert opens(attempt.folder / DATABASE, database_key(vault_key)) is not gone
        assert sound(attempt, "ana", PASSPHRASES["ana"])
        return gone

    killed_at_every_step(swift_desk, killing, remove, tmp_path, done)


def opens_with(attempt: DeskAtHand, text: str) -> bool:
    try:
        recovering = open_with_paper(attempt.folder, [text], attempt.clock)
    except RecoveryCodeWrong:
        return False
    recovering.abandon()
    return True


def test_sheets_whose_renewal_is_killed_at_any_step_are_the_old_or_the_new_ones(
    swift_desk: DeskAtHand, killing: ForkServerContext, tmp_path: Path
) -> None:
    def done(attempt: DeskAtHand) -> bool:
        new, old = (opens_with(attempt, text) for text in (*SHEETS.texts, attempt.template.recovery_code))
        assert new is not old
        assert (acts_of(attempt, UseCase.RENEW_RECOVERY) == 1) is new
        assert sound(attempt, "ana", PASSPHRASES["ana"])
        return new

    killed_at_every_step(swift_desk, killing, renew, tmp_path, done)


def test_a_coming_back_that_is_killed_at_any_step_is_whole_or_never_was(
    swift_desk: DeskAtHand, killing: ForkServerContext, tmp_path: Path
) -> None:
    def done(attempt: DeskAtHand) -> bool:
        new, old = (enters(attempt.folder, NAMES["carla"], one) for one in (PASSPHRASE, PASSPHRASES["carla"]))
        assert new is not old
        assert opens_with(attempt, CODE) is new
        assert opens_with(attempt, attempt.template.recovery_code) is not new
        assert (acts_of(attempt, UseCase.RECOVER_ACCESS) == 1) is new
        assert sound(attempt, "carla", PASSPHRASE if new else PASSPHRASES["carla"])
        return new

    killed_at_every_step(swift_desk, killing, come_back, tmp_path, done)


def kill_while_rotating(desk: DeskAtHand, killing: ForkServerContext, chance: random.Random) -> None:
    """Let a program rotate the vault key without end, kill it somewhere, and see that the store opens and is whole."""
    with look(desk.acting("ana"), UseCase.CHANGE_SETTINGS):
        pass
    for number in range(40):
        desk.accounts("ana").keep_setting(f"filling {number}", "x" * 20_000)
    desk.vault.close()
    hearing, telling = killing.Pipe(duplex=False)
    victim = killing.Process(target=rotate_until_killed, args=(desk.template, desk.folder, telling))
    victim.start()
    telling.close()
    for _ in range(chance.randint(1, 5)):
        assert hearing.poll(WAIT)
        hearing.recv()
    hearing.poll(chance.random() / 20)
    victim.kill()
    victim.join(WAIT)
    hearing.close()
    assert victim.exitcode == -signal.SIGKILL
    persons = sign_in(desk.folder, NAMES["berta"], PASSPHRASES["berta"], desk.clock)
    assert AccountService(persons).setting("filling 39") == "x" * 20_000
    assert AccountService(persons).verify_journal().fault_at is None
    sign_out(persons)
    assert read_copies(desk.folder)[0].header.former is None
    found = check_store(desk.folder, PASSPHRASES["ana"], desk.clock, NAMES["ana"]).findings
    assert {finding.damage for finding in found} <= {Damage.WITNESS_UNREADABLE}, "the victim carried nothing along"


@pytest.mark.parametrize("seed", range(SEVERAL // 4))
def test_a_store_opens_with_one_vault_key_when_it_is_killed_between_two(
    seed: int, swift_desk: DeskAtHand, killing: ForkServerContext
) -> None:
    kill_while_rotating(swift_desk, killing, random.Random(seed))  # noqa: S311 - where to kill, no secret


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(SEVERAL, SEVERAL + 100))
def test_a_store_always_opens_with_one_vault_key(seed: int, swift_desk: DeskAtHand, killing: ForkServerContext) -> None:
    kill_while_rotating(swift_desk, killing, random.Random(seed))  # noqa: S311 - where to kill, no secret
