import dataclasses
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.packets.rules import (
    ANNEX_NAME,
    PACKET_ID,
    Arrival,
    KeyDirectory,
    KeyStatus,
    KnownSigner,
    PacketId,
    PacketRefused,
    Step,
    check_arrival,
    new_annex_name,
    new_packet_id,
)

FIRST = Arrival("BO-000000-A", 4, PacketId("JD-aaaaaaaaaaaaa"), "a" * 64)
NEXT = Arrival("BO-000000-A", 5, PacketId("JD-bbbbbbbbbbbbb"), "b" * 64)


def test_a_packet_s_name_says_nothing_and_never_comes_twice() -> None:
    names = [new_packet_id() for _ in range(500)]
    assert all(PACKET_ID.fullmatch(name) for name in names)
    assert len(set(names)) == 500


def test_an_annex_s_name_is_four_signs() -> None:
    assert all(ANNEX_NAME.fullmatch(new_annex_name()) for _ in range(100))


@given(st.text())
def test_no_name_with_a_line_end_behind_it_is_a_packet_s(text: str) -> None:
    assert not PACKET_ID.fullmatch("JD-aaaaaaaaaaaaa\n" + text)


def test_a_packet_that_follows_the_last_one_is_new() -> None:
    check_arrival(NEXT, "a" * 64, (FIRST,))


def test_a_packet_that_came_before_is_refused_even_under_another_number() -> None:
    again = dataclasses.replace(FIRST, sequence=9)
    with pytest.raises(PacketRefused) as refused:
        check_arrival(again, None, (FIRST,))
    assert refused.value.step is Step.SEQUENCE


def test_two_packets_of_one_sender_cannot_carry_the_same_number() -> None:
    other = dataclasses.replace(FIRST, packet_id=PacketId("JD-ccccccccccccc"))
    with pytest.raises(PacketRefused):
        check_arrival(other, None, (FIRST,))


def test_a_packet_that_denies_the_one_before_it_is_refused() -> None:
    with pytest.raises(PacketRefused):
        check_arrival(NEXT, "c" * 64, (FIRST,))


def test_gaps_and_late_packets_are_normal() -> None:
    check_arrival(dataclasses.replace(NEXT, sequence=9), "c" * 64, (FIRST,))
    check_arrival(FIRST, "c" * 64, (NEXT,))


def test_senders_do_not_disturb_each_other_s_numbers() -> None:
    check_arrival(dataclasses.replace(NEXT, sender="GT-000000-A", sequence=4), None, (FIRST,))


def test_the_order_of_arrivals_does_not_matter() -> None:
    third = dataclasses.replace(NEXT, sequence=9, packet_id=PacketId("JD-ddddddddddddd"))
    for earlier in itertools.permutations((FIRST, third)):
        check_arrival(NEXT, "a" * 64, earlier)


def test_a_directory_knows_whose_key_it_is() -> None:
    signer = KnownSigner("BO-000000-A", "Autoridad ficticia", b"k" * 32, KeyStatus.VERIFIED)
    assert KeyDirectory((signer,)).holder(b"k" * 32) is signer
    assert KeyDirectory((signer,)).holder(b"x" * 32) is None
