from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.documents.rules import Head, Kind, Number, short_code
from justice_desk.documents.verification import SEPARATOR, seal_head, verify_square
from tests.documents.papers import KEY

CONTENT = bytes(range(100, 132))
HEAD = Head(Number(Kind.OFICIO, "A", 2026, 7), date(2026, 11, 24), 3, short_code(CONTENT))
SQUARE = seal_head(HEAD, CONTENT, KEY)
OTHER = Ed25519PrivateKey.from_private_bytes(bytes([7]) * 32).public_key().public_bytes_raw()


def test_a_sealed_square_holds() -> None:
    finding = verify_square(SQUARE, KEY.public)
    assert finding.holds
    assert finding.same_key
    assert (finding.head, finding.content) == (HEAD, CONTENT)


def test_a_square_stays_within_the_capitals_and_figures_of_a_small_code() -> None:
    assert set(SQUARE) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    assert len(SQUARE) < 260


def test_a_square_holds_although_a_scanner_adds_a_line_end() -> None:
    assert verify_square(f"{SQUARE}\n", KEY.public).holds


def test_another_key_does_not_make_it_hold() -> None:
    finding = verify_square(SQUARE, OTHER)
    assert finding.head_holds
    assert not finding.same_key
    assert not finding.tail_holds
    assert not finding.holds


def test_a_key_of_the_wrong_length_does_not_make_it_hold() -> None:
    assert not verify_square(SQUARE, b"short").holds


@given(st.integers(0, len(SQUARE) - 1), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ-/ :"))
def test_no_single_changed_sign_holds(place: int, sign: str) -> None:
    changed = SQUARE[:place] + sign + SQUARE[place + 1 :]
    assert verify_square(changed, KEY.public).holds is (changed == SQUARE)


@given(st.text(max_size=300))
def test_no_text_makes_the_verification_fail(text: str) -> None:
    finding = verify_square(text, KEY.public)
    assert not finding.holds
    assert not finding.content


def test_a_head_whose_code_belongs_to_another_content_does_not_hold() -> None:
    swapped = seal_head(Head(HEAD.number, HEAD.day, HEAD.sheets, short_code(bytes(32))), CONTENT, KEY)
    finding = verify_square(swapped, KEY.public)
    assert finding.tail_holds
    assert not finding.head_holds
    assert not finding.holds


def test_a_head_alone_is_read_but_does_not_hold() -> None:
    finding = verify_square(HEAD.text, KEY.public)
    assert finding.head == HEAD
    assert not finding.holds
    assert not verify_square(f"{HEAD.text}{SEPARATOR}0000", KEY.public).holds
