import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringError

from justice_desk.foundations.ids import PersonId
from justice_desk.vault import device
from justice_desk.vault.device import (
    SERVICE,
    keyring_works,
    put_into_keyring,
    secret_in_keyring,
    take_out_of_keyring,
)
from justice_desk.vault.errors import KeyringUnusable

ANA = PersonId("0198c0de-0000-7000-8000-000000000001")


class Memory(KeyringBackend):
    """A key store in memory, trusted for the length of a test, that can be made to fail."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library leaves it untyped
        self.held: dict[tuple[str, str], str] = {}
        self.broken: set[str] = set()
        self.forgets = False

    def set_password(self, service: str, username: str, password: str) -> None:
        self._may("set")
        if not self.forgets:
            self.held[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        self._may("get")
        return self.held.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        self._may("delete")
        del self.held[service, username]

    def _may(self, act: str) -> None:
        if act in self.broken:
            # On some systems it is no error of the key store's own.
            raise OSError(act)


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Memory:
    made = Memory()
    monkeypatch.setattr(device, "TRUSTED", frozenset({Memory.__module__}))
    monkeypatch.setattr(device, "get_keyring", lambda: made)
    return made


def test_a_key_store_is_tried_before_it_is_offered_and_nothing_is_left_of_it(memory: Memory) -> None:
    assert keyring_works()
    assert memory.held == {}


def test_only_a_secret_of_43_characters_goes_in_under_no_name(memory: Memory) -> None:
    secret = put_into_keyring("store", ANA)
    assert len(secret) == 32
    ((place, text),) = memory.held.items()
    assert place == (SERVICE, f"store:{ANA}")
    assert len(text) == 43
    assert secret_in_keyring("store", ANA) == secret
    take_out_of_keyring("store", ANA)
    assert secret_in_keyring("store", ANA) is None
    take_out_of_keyring("store", ANA)


@pytest.mark.parametrize("act", ["set", "get", "delete"])
def test_whatever_goes_wrong_leads_back_to_the_passphrase(act: str, memory: Memory) -> None:
    memory.broken = {act}
    assert not keyring_works()
    if act != "delete":
        with pytest.raises(KeyringUnusable):
            put_into_keyring("store", ANA)
    memory.broken = {"get"}
    assert secret_in_keyring("store", ANA) is None


def test_a_key_store_that_forgets_is_not_used(memory: Memory) -> None:
    memory.forgets = True
    assert not keyring_works()
    with pytest.raises(KeyringUnusable):
        put_into_keyring("store", ANA)


@pytest.mark.parametrize("text", ["", "corto", "ñ" * 43, "A" * 44])
def test_what_was_written_there_by_others_is_no_secret(text: str, memory: Memory) -> None:
    memory.held[SERVICE, f"store:{ANA}"] = text
    assert secret_in_keyring("store", ANA) is None


@pytest.mark.parametrize("refused", [fail.Keyring, null.Keyring, Memory])
def test_key_stores_that_fail_forget_or_are_not_known_are_refused(
    refused: type[KeyringBackend], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = refused()
    monkeypatch.setattr(device, "get_keyring", lambda: made)
    assert not keyring_works()
    assert secret_in_keyring("store", ANA) is None
    take_out_of_keyring("store", ANA)
    with pytest.raises(KeyringUnusable):
        put_into_keyring("store", ANA)


def test_of_several_the_first_that_is_trusted_is_used(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    chained = chainer.ChainerBackend()  # type: ignore[no-untyped-call]  # as above
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [object(), memory])
    monkeypatch.setattr(device, "get_keyring", lambda: chained)
    assert keyring_works()
    put_into_keyring("store", ANA)
    assert len(memory.held) == 1


def test_a_system_that_fails_while_it_is_asked_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> KeyringBackend:
        raise KeyringError

    monkeypatch.setattr(device, "get_keyring", broken)
    assert not keyring_works()


def test_the_tests_themselves_reach_no_key_store_of_a_person() -> None:
    assert isinstance(keyring.get_keyring(), fail.Keyring)
    assert not keyring_works()
