import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyrage import x25519

from justice_desk.accounts.rules import NotPermitted
from justice_desk.foundations.fields import CharacterRefused, FieldMissing
from justice_desk.foundations.ids import ReceiverId
from justice_desk.handoffs.receiver_service import ReceiverService
from justice_desk.handoffs.rules import FingerprintDiffers, ReceiverAbsent, RecipientUnreadable
from justice_desk.packets.fingerprints import grouped
from tests.desks import DeskInUse
from tests.handoffs.road import fresh_key, new_receiver


@pytest.fixture
def receivers(bolivia: DeskInUse) -> ReceiverService:
    return ReceiverService(bolivia.acting("berta"))


def test_a_receiver_reads_the_identities_with_its_one_key_or_with_another(receivers: ReceiverService) -> None:
    key, other = fresh_key(), fresh_key()
    one = receivers.enter(new_receiver(key))
    two = receivers.enter(new_receiver(key, other))
    assert (one.recipient, one.annex_recipient, one.confirmed_at) == (key, key, None)
    assert (two.recipient, two.annex_recipient) == (key, other)
    assert one.fingerprint == one.annex_fingerprint == two.fingerprint != two.annex_fingerprint
    assert {one.id, two.id} == {view.id for view in receivers.receivers()}


def test_a_key_is_read_with_the_spaces_and_capitals_of_whoever_copied_it(receivers: ReceiverService) -> None:
    key = fresh_key()
    assert receivers.enter(new_receiver(f" {key[:20].upper()}\n {key[20:].upper()} ")).recipient == key


@pytest.mark.parametrize("annex", [False, True])
@pytest.mark.parametrize(
    "key",
    ["age1", "age1" + "q" * 58, "ssh-ed25519 AAAA", "no es una llave", str(x25519.Identity.generate()), "\ud800"],
    ids=["cut short", "a false sum", "a key to sign with", "no key", "a secret key", "no text"],
)
def test_what_is_no_key_is_refused(receivers: ReceiverService, key: str, annex: bool) -> None:
    with pytest.raises(RecipientUnreadable):
        receivers.enter(new_receiver(fresh_key(), key) if annex else new_receiver(key))
    assert receivers.receivers() == ()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=70))
def test_nothing_that_anybody_types_is_taken_for_a_key(receivers: ReceiverService, typed: str) -> None:
    with pytest.raises(RecipientUnreadable):
        receivers.enter(new_receiver(typed or "x"))


def test_one_wrong_letter_makes_another_key(receivers: ReceiverService) -> None:
    key = fresh_key()
    wrong = key[:30] + ("p" if key[30] != "p" else "q") + key[31:]
    with pytest.raises(RecipientUnreadable):
        receivers.enter(new_receiver(wrong))


def test_a_receiver_has_an_institution_an_office_and_a_place(receivers: ReceiverService) -> None:
    whole = vars(new_receiver())
    for field in ("institution", "office", "place"):
        with pytest.raises(FieldMissing) as caught:
            receivers.enter(type(new_receiver())(**{**whole, field: " "}))
        assert caught.value.field == field
    with pytest.raises(CharacterRefused):
        receivers.enter(type(new_receiver())(**{**whole, "office": "\u202e"}))


def test_a_voice_confirms_a_key_however_the_digits_are_grouped(bolivia: DeskInUse, receivers: ReceiverService) -> None:
    view = receivers.enter(new_receiver())
    confirmed = receivers.confirm(view.id, f" {grouped(view.fingerprint).replace(' ', '-')} ", "  Secretaría ")
    assert (confirmed.confirmed_at, confirmed.confirmed_with) == (bolivia.clock(), "Secretaría")
    assert receivers.receivers() == (confirmed,)


def test_other_digits_or_no_voice_confirm_nothing(receivers: ReceiverService) -> None:
    view, other = receivers.enter(new_receiver()), receivers.enter(new_receiver())
    for digits in (other.fingerprint, view.fingerprint[:-1], "", view.fingerprint + "0"):
        with pytest.raises(FingerprintDiffers):
            receivers.confirm(view.id, digits, "Secretaría")
    with pytest.raises(FieldMissing):
        receivers.confirm(view.id, view.fingerprint, " ")
    with pytest.raises(ReceiverAbsent):
        receivers.confirm(ReceiverId("nobody"), view.fingerprint, "Secretaría")
    assert {one.confirmed_at for one in receivers.receivers()} == {None}


def test_a_key_of_its_own_for_the_identities_is_confirmed_too(receivers: ReceiverService) -> None:
    view = receivers.enter(new_receiver(fresh_key(), fresh_key()))
    assert view.to_read_out == view.fingerprint + view.annex_fingerprint
    for digits in (view.fingerprint, view.annex_fingerprint, view.annex_fingerprint + view.fingerprint):
        with pytest.raises(FingerprintDiffers):
            receivers.confirm(view.id, digits, "Secretaría")
    assert receivers.confirm(view.id, grouped(view.to_read_out), "Secretaría").confirmed_at is not None


def test_a_defender_enters_no_receiver(bolivia: DeskInUse) -> None:
    with pytest.raises(NotPermitted):
        ReceiverService(bolivia.acting("delia")).enter(new_receiver())
    assert ReceiverService(bolivia.acting("delia")).receivers() == ()
