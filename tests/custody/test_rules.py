from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.custody.rules import GENESIS, ChainedEvent, CustodyEvent, CustodyKind, chained, first_fault
from tests.stores import START

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
EVENTS = st.builds(
    CustodyEvent,
    at=st.datetimes(timezones=st.just(UTC)),
    kind=st.sampled_from(CustodyKind),
    giver=TEXTS,
    taker=TEXTS,
    place=TEXTS,
    condition=TEXTS,
    reference=TEXTS,
)
EVENT = CustodyEvent(START, CustodyKind.SEALED, "autoridad A1B2", "Fiscalía", "Municipio", "", "JD-1")


def chain(events: list[CustodyEvent]) -> list[ChainedEvent]:
    links: list[ChainedEvent] = []
    for event in events:
        before = links[-1].digest if links else GENESIS
        links.append(ChainedEvent(len(links) + 1, event, chained(before, event)))
    return links


@given(st.lists(EVENTS, max_size=5))
def test_a_chain_that_nobody_touched_holds(events: list[CustodyEvent]) -> None:
    assert first_fault(chain(events)) is None


def changed(event: CustodyEvent, field: str) -> CustodyEvent:
    if field == "at":
        away = timedelta(seconds=1 if event.at.year < 9000 else -1)
        return replace(event, at=event.at + away)
    if field == "kind":
        return replace(event, kind=next(kind for kind in CustodyKind if kind is not event.kind))
    return CustodyEvent(**{**vars(event), field: f"{vars(event)[field]}x"})


@given(events=st.lists(EVENTS, min_size=1, max_size=5), data=st.data())
def test_a_changed_event_is_found_where_it_stands(events: list[CustodyEvent], data: st.DataObject) -> None:
    links = chain(events)
    place = data.draw(st.integers(0, len(links) - 1))
    field = data.draw(st.sampled_from(["giver", "taker", "place", "condition", "reference", "at", "kind"]))
    links[place] = replace(links[place], event=changed(links[place].event, field))
    assert first_fault(links) == place + 1


@given(events=st.lists(EVENTS, min_size=2, max_size=5, unique_by=lambda event: event.giver), data=st.data())
def test_an_event_taken_out_exchanged_or_put_in_is_found(events: list[CustodyEvent], data: st.DataObject) -> None:
    links = chain(events)
    place = data.draw(st.integers(0, len(links) - 2))
    taken_out = links[:place] + links[place + 1 :]
    assert first_fault(taken_out) == place + 1
    renumbered = [replace(link, seq=seq) for seq, link in enumerate(taken_out, start=1)]
    assert first_fault(renumbered) == place + 1
    exchanged = [*links[:place], links[place + 1], links[place], *links[place + 2 :]]
    assert first_fault(exchanged) == place + 1
    put_in = [*links[:place], replace(links[-1], seq=place + 1), *links[place:]]
    assert first_fault(put_in) == place + 1


@pytest.mark.parametrize("digest", [b"", bytes(32), b"x" * 32])
def test_a_hash_that_is_not_the_events_is_found(digest: bytes) -> None:
    assert first_fault([ChainedEvent(1, EVENT, digest)]) == 1


def test_the_same_moment_told_in_another_zone_is_another_telling() -> None:
    la_paz = EVENT.at.astimezone(timezone(timedelta(hours=-4)))
    assert la_paz == EVENT.at
    assert chained(GENESIS, replace(EVENT, at=la_paz)) != chained(GENESIS, EVENT)


def test_an_event_says_everything_in_what_is_hashed() -> None:
    assert EVENT.to_json() == {
        "at": datetime(2026, 3, 2, 14, 30, tzinfo=UTC).isoformat(),
        "kind": "sellado",
        "giver": "autoridad A1B2",
        "taker": "Fiscalía",
        "place": "Municipio",
        "condition": "",
        "reference": "JD-1",
    }
