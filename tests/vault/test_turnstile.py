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


def test_who_must_be_alone_waits_for_those_inside_and_keeps_the_others_out() -> None:
    turnstile, order = Turnstile(), list[str]()
    inside, go_on, alone = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        with turnstile.passing():
            inside.set()
            go_on.wait(10)
            # Whoever is inside already looks twice without waiting for who waits for them.
            with turnstile.passing():
                order.append("first")

    def rotate() -> None:
        with turnstile.emptied():
            alone.set()
            order.append("alone")

    def late() -> None:
        with turnstile.passing():
            order.append("late")

    threads = [threading.Thread(target=target) for target in (work, rotate, late)]
    threads[0].start()
    assert inside.wait(10)
    threads[1].start()
    while not turnstile._emptied:
        threading.Event().wait(0.001)
    threads[2].start()
    assert not alone.wait(0.05)
    go_on.set()
    for thread in threads:
        thread.join(10)
    assert order[0] == "first"
    assert set(order) == {"first", "alone", "late"}
    assert order.index("alone") < order.index("late")


def test_nobody_inside_waits_for_themselves_to_be_alone_and_nobody_is_alone_in_what_is_shut() -> None:
    turnstile = Turnstile()
    with turnstile.passing(), pytest.raises(RuntimeError), turnstile.emptied():
        pass
    turnstile.shut()
    with pytest.raises(StoreClosed), turnstile.emptied():
        pass
