import multiprocessing
import random
import signal
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from justice_desk.accounts.checking import check_store
from justice_desk.accounts.rules import NameTaken, Role, UseCase
from justice_desk.accounts.service import AccountService, read_setting
from justice_desk.accounts.sign_in import sign_in, sign_out
from justice_desk.accounts.work import look
from justice_desk.vault.attempts import Attempts
from justice_desk.vault.errors import SignInRefused
from justice_desk.vault.header import read_copies
from tests.accounts.victims import NEWCOMER, PASSPHRASE, commit_until_killed, enrol_and_die
from tests.stores import NAMES, PASSPHRASES, DeskAtHand, HandClock

SEVERAL = 20
HUNDREDS = 300
MOST_STEPS = 60
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


def test_an_enrolment_killed_at_any_step_is_whole_or_absent(
    swift_desk: DeskAtHand, killing: ForkServerContext, tmp_path: Path
) -> None:
    swift_desk.vault.close()
    outcomes = []
    for step in range(1, MOST_STEPS):
        attempt = DeskAtHand(swift_desk.template, tmp_path / f"attempt {step}")
        attempt.vault.close()
        victim = killing.Process(target=enrol_and_die, args=(attempt.template, attempt.folder, step))
        victim.start()
        victim.join(WAIT)
        outcomes.append(account_stands(attempt))
        enrolment_is_whole_or_absent(attempt)
        if victim.exitcode == 0:
            break
        assert victim.exitcode == -signal.SIGKILL
    assert outcomes[0] is False
    assert outcomes[-1] is True
    assert outcomes == sorted(outcomes), "once the account stands, it stays"
    assert 10 < len(outcomes) < MOST_STEPS - 1
