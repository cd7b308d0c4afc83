"""The seal: an Ed25519 signature over `tagmanifest-sha256.txt` that stock OpenSSH (8.1 or newer) checks.

SSHSIG (OpenSSH, PROTOCOL.sshsig), namespace `remision-v1@justice-desk`, SHA-512. The tag manifest names the hashes of
every file, `remision.json` among them, and that names the recipients: a seal cannot be moved to another packet, nor a
packet passed on as if it had been meant for somebody else.
"""

import hashlib
import struct
from base64 import b64decode, b64encode

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from justice_desk.packets.fingerprints import written_signing_key
from justice_desk.packets.rules import KeyDirectory, KeyStatus, KnownSigner, PacketRefused, Step

NAMESPACE = "remision-v1@justice-desk"
MAX_SEAL = 4096
_MAGIC = b"SSHSIG"
_HEAD = "-----BEGIN SSH SIGNATURE-----\n"
_TAIL = "-----END SSH SIGNATURE-----\n"
_KIND = b"ssh-ed25519"
_HASH = b"sha512"
_LINE = 70


def seal(message: bytes, signing_key: bytes) -> bytes:
    """Return the seal of `message` under an Ed25519 private key of 32 bytes, in the armour of ssh-keygen."""
    key = Ed25519PrivateKey.from_private_bytes(signing_key)
    public = key.public_key().public_bytes_raw()
    return _armoured(public, key.sign(_signed(message)))


def check_seal(message: bytes, armoured: bytes, directory: KeyDirectory) -> KnownSigner:
    """Return who sealed `message`.

    Raises:
        PacketRefused: the seal has another form, is by a key that was never met, not verified or revoked, or is false.
    """
    public, signature = _parts(armoured)
    signer = directory.holder(public)
    if signer is None:
        raise PacketRefused(Step.SEAL, "unknown signer")
    if signer.status is not KeyStatus.VERIFIED:
        raise PacketRefused(Step.SEAL, f"signer {signer.status}")
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _signed(message))
    except (InvalidSignature, ValueError) as fault:
        raise PacketRefused(Step.SEAL, "false signature") from fault
    return signer


def allowed_signer(code: str, public: bytes) -> str:
    """Return the line of an `allowed_signers` file with which `ssh-keygen -Y verify` checks this office's seals."""
    return f'{code} namespaces="{NAMESPACE}" {written_signing_key(public)}\n'


def _signed(message: bytes) -> bytes:
    digest = hashlib.sha512(message).digest()
    return _MAGIC + _text(NAMESPACE.encode()) + _text(b"") + _text(_HASH) + _text(digest)


def _armoured(public: bytes, signature: bytes) -> bytes:
    blob = b"".join(
        (
            _MAGIC,
            struct.pack(">I", 1),
            _text(_text(_KIND) + _text(public)),
            _text(NAMESPACE.encode()),
            _text(b""),
            _text(_HASH),
            _text(_text(_KIND) + _text(signature)),
        )
    )
    body = b64encode(blob).decode("ascii")
    lines = "".join(body[start : start + _LINE] + "\n" for start in range(0, len(body), _LINE))
    return (_HEAD + lines + _TAIL).encode("ascii")


def _parts(armoured: bytes) -> tuple[bytes, bytes]:
    """Return public key and signature. Both have fixed places, and the whole must be what `_armoured` makes of them."""
    text = armoured[:MAX_SEAL].decode("ascii", "replace")
    body = text.removeprefix(_HEAD).removesuffix(_TAIL).replace("\n", "")
    try:
        blob = b64decode(body, validate=True)
    except ValueError as fault:
        raise PacketRefused(Step.SEAL, "not a seal") from fault
    key_at = len(_MAGIC) + 4 + 4 + len(_text(_KIND)) + 4
    public, signature = blob[key_at : key_at + 32], blob[-64:]
    if _armoured(public, signature) != armoured:
        raise PacketRefused(Step.SEAL, "not a seal of this kind")
    return public, signature


def _text(value: bytes) -> bytes:
    return struct.pack(">I", len(value)) + value
