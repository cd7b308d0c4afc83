"""The key store of the system (the keyring): where a person's way in without a passphrase keeps its secret.

Only key stores that encrypt what they hold are used; a file, or one that forgets, is refused. Whatever goes wrong there
leads back to the passphrase. Every program of the same user of this computer can ask it too: whoever turns it on is
told.
"""

import contextlib
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode

from keyring import get_keyring
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend

from justice_desk.foundations.ids import PersonId
from justice_desk.vault.errors import KeyringUnusable
from justice_desk.vault.keys import KEY_LENGTH

SERVICE = "justice-desk"
TRUSTED = frozenset(
    {
        "keyring.backends.SecretService",
        "keyring.backends.Windows",
        "keyring.backends.kwallet",
        "keyring.backends.libsecret",
        "keyring.backends.macOS",
    }
)
"""Where the key stores are defined that encrypt: GNOME and KDE, Windows, macOS. Others would lay the secret open."""


def keyring_works() -> bool:
    """Say whether the system has a key store that gives back what is put into it. Tried with a secret of no use."""
    backend = _backend()
    if backend is None:
        return False
    name, trial = f"trial:{secrets.token_hex(8)}", _text(secrets.token_bytes(KEY_LENGTH))
    try:
        backend.set_password(SERVICE, name, trial)
        given = backend.get_password(SERVICE, name)
        backend.delete_password(SERVICE, name)
        return given == trial and backend.get_password(SERVICE, name) is None
    except Exception:  # noqa: BLE001 - on some systems it is not even an error of the key store's own
        return False


def put_into_keyring(store: str, person: PersonId) -> bytes:
    """Put a fresh secret into the key store, as 43 characters under no name of a person, and return its 32 bytes.

    Raises:
        KeyringUnusable: it is not there, or does not give the secret back.
    """
    backend, secret = _backend(), secrets.token_bytes(KEY_LENGTH)
    if backend is None:
        raise KeyringUnusable
    try:
        backend.set_password(SERVICE, _name(store, person), _text(secret))
    except Exception as fault:
        raise KeyringUnusable from fault
    if secret_in_keyring(store, person) != secret:
        raise KeyringUnusable
    return secret


def secret_in_keyring(store: str, person: PersonId) -> bytes | None:
    """Return what the key store holds for a person, None if it holds nothing that can be used."""
    backend = _backend()
    if backend is None:
        return None
    try:
        text = backend.get_password(SERVICE, _name(store, person))
        secret = urlsafe_b64decode(f"{text or ''}=")
    except Exception:  # noqa: BLE001 - whatever it is, the passphrase is asked instead
        return None
    return secret if len(secret) == KEY_LENGTH else None


def take_out_of_keyring(store: str, person: PersonId) -> None:
    """Forget a person's secret, if the key store answers; it opens nothing any more in any case."""
    backend = _backend()
    if backend is not None:
        with contextlib.suppress(Exception):
            backend.delete_password(SERVICE, _name(store, person))


def _backend() -> KeyringBackend | None:
    try:
        chosen = get_keyring()
        offered = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
        return next((backend for backend in offered if type(backend).__module__ in TRUSTED), None)
    except Exception:  # noqa: BLE001 - a key store that fails while it is looked for is none
        return None


def _name(store: str, person: PersonId) -> str:
    return f"{store}:{person}"


def _text(secret: bytes) -> str:
    return urlsafe_b64encode(secret).decode().rstrip("=")
