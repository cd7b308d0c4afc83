import threading

import pytest

from justice_desk.vault.errors import StoreClosed
from justice_desk.vault.turnstile import Turnstile


def test_who_is_inside_ends_before_it_is_shut_and_nobody_enters_after() -> None:
    turnstile, order = Turnstile(), []
    inside, go_on = threading.Event(), threading.Event()

    def work() -> None:
        with turnstile.passing():
            inside.set()
            go_on.wait(10)
            order.append("worked")

    def shut() -> None:
        order.append("shut" if turnstile.shut() else "was shut")

    worker, closer = threading.Thread(target=work), threading.Thread(target=shut)
    worker.start()
    assert inside.wait(10)
    closer.start()
    go_on.set()
    worker.join(10)
    closer.join(10)
    assert order == ["worked", "shut"]
    with pytest.raises(StoreClosed), turnstile.passing():
        order.append("entered")
    assert turnstile.shut() is False


def test_somebody_inside_does_not_wait_for_themselves() -> None:
    turnstile = Turnstile()
    with turnstile.passing(), pytest.raises(RuntimeError):
        turnstile.shut()
    assert turnstile.shut() is True


def test_one_thread_may_look_twice_at_once() -> None:
    turnstile = Turnstile()
    with turnstile.passing(), turnstile.passing():
        pass
    assert turnstile.shut() is True
