import dataclasses
import enum
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from justice_desk.foundations.errors import DeskError
from tests.house.examples import NoExample, example_of, instance_of
from tests.house.tree import modules
from ui.sentences import sentence

ENDINGS = (".", "?", "!", ")", "»")


def all_errors() -> list[type[DeskError]]:
    modules("justice_desk", "ui")
    return sorted(set(subclasses(DeskError)), key=lambda error: (error.__module__, error.__name__))


def subclasses(error: type[DeskError]) -> Iterator[type[DeskError]]:
    for below in error.__subclasses__():
        if below.__module__.startswith(("justice_desk.", "ui.")):
            yield below
        yield from subclasses(below)


def named(error: type[DeskError]) -> str:
    return f"{error.__module__}.{error.__name__}"


@pytest.mark.parametrize("error", all_errors(), ids=named)
def test_every_error_has_a_sentence_that_a_clerk_can_act_on(error: type[DeskError]) -> None:
    spoken = sentence(instance_of(error))
    assert len(spoken.split()) > 2, spoken
    assert spoken.endswith(ENDINGS), spoken
    assert error.__name__ not in spoken


@pytest.mark.parametrize("error", all_errors(), ids=named)
def test_every_error_is_a_fact_that_can_be_raised(error: type[DeskError]) -> None:
    assert "__dataclass_params__" in vars(error), "an error is a dataclass of its own"
    assert error.__doc__ is not None
    assert not error.__doc__.startswith(f"{error.__name__}(")
    assert error.__eq__ is object.__eq__, "two errors are never equal: contextlib compares them"
    with pytest.raises(error):
        raise instance_of(error)


def test_an_error_that_nobody_wrote_a_sentence_for_is_found() -> None:
    @dataclasses.dataclass(eq=False)
    class NeverSpoken(DeskError):
        """Nobody wrote a sentence for this."""

    with pytest.raises(LookupError):
        sentence(NeverSpoken())


def test_examples_are_made_of_what_facts_hold() -> None:
    class Colour(enum.Enum):
        RED = 1

    assert example_of(Colour) is Colour.RED
    assert example_of(str | None) == "ejemplo"
    assert example_of(tuple[str, ...]) == ("ejemplo",)
    assert example_of(frozenset[int]) == frozenset({3})
    assert example_of(typing.Literal["a", "b"]) == "a"
    assert example_of(dict[str, int]) == {"ejemplo": 3}
    assert isinstance(example_of(Path), Path)
    with pytest.raises(NoExample):
        example_of(memoryview)
