import base64
import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.packets.rules import KeyDirectory, KeyStatus, PacketRefused, Step
from justice_desk.packets.seal import MAX_SEAL, allowed_signer, check_seal, seal
from tests.packets.making import SENDER_CODE, Offices, fresh_offices

MESSAGE = b"0" * 64 + b"  bagit.txt\n"


def refusal(message: bytes, armoured: bytes, directory: KeyDirectory) -> str:
    with pytest.raises(PacketRefused) as refused:
        check_seal(message, armoured, directory)
    assert refused.value.step is Step.SEAL
    return refused.value.reason


def test_a_seal_names_its_signer(offices: Offices) -> None:
    assert check_seal(MESSAGE, seal(MESSAGE, offices.signing), offices.directory).code == SENDER_CODE


def test_a_changed_message_breaks_the_seal(offices: Offices) -> None:
    assert refusal(MESSAGE + b"\n", seal(MESSAGE, offices.signing), offices.directory) == "false signature"


def test_a_key_that_was_never_met_is_refused(offices: Offices) -> None:
    assert refusal(MESSAGE, seal(MESSAGE, fresh_offices().signing), offices.directory) == "unknown signer"


@pytest.mark.parametrize("status", [KeyStatus.UNVERIFIED, KeyStatus.REVOKED])
def test_only_a_verified_key_is_believed(offices: Offices, status: KeyStatus) -> None:
    known = KeyDirectory(tuple(dataclasses.replace(signer, status=status) for signer in offices.directory.signers))
    assert refusal(MESSAGE, seal(MESSAGE, offices.signing), known) == f"signer {status.value}"


def test_a_key_that_is_no_point_of_the_curve_is_refused(offices: Offices) -> None:
    armoured = seal(MESSAGE, offices.signing)
    body = base64.b64decode(b"".join(armoured.splitlines()[1:-1]))
    impossible = b"\xff" * 32
    forged = body.replace(offices.public, impossible)
    text = base64.b64encode(forged).decode()
    lines = "".join(text[start : start + 70] + "\n" for start in range(0, len(text), 70))
    whole = ("-----BEGIN SSH SIGNATURE-----\n" + lines + "-----END SSH SIGNATURE-----\n").encode()
    known = KeyDirectory((dataclasses.replace(offices.directory.signers[0], public=impossible),))
    assert refusal(MESSAGE, whole, known) == "false signature"


@pytest.mark.parametrize(
    "change",
    [
        lambda _: b"",
        lambda seal_text: seal_text + b"\n",
        lambda seal_text: b"\n" + seal_text,
        lambda seal_text: seal_text.replace(b"\n", b"\r\n"),
        lambda seal_text: seal_text.replace(b"SSH", b"PGP"),
        lambda seal_text: seal_text[:-1],
        lambda seal_text: seal_text[:-40] + seal_text[-39:],
        lambda seal_text: seal_text + b"A" * MAX_SEAL,
        lambda seal_text: b"\xff\xfe" + seal_text,
    ],
)
def test_a_seal_has_one_form_only(offices: Offices, change: Callable[[bytes], bytes]) -> None:
    reason = refusal(MESSAGE, change(seal(MESSAGE, offices.signing)), offices.directory)
    assert reason.startswith("not a seal")


def test_a_signature_for_another_use_is_no_seal(offices: Offices) -> None:
    armoured = seal(MESSAGE, offices.signing)
    body = base64.b64decode(b"".join(armoured.splitlines()[1:-1]))
    other = base64.b64encode(body.replace(b"remision-v1@justice-desk", b"remision-v9@justice-desk")).decode()
    lines = "".join(other[start : start + 70] + "\n" for start in range(0, len(other), 70))
    whole = ("-----BEGIN SSH SIGNATURE-----\n" + lines + "-----END SSH SIGNATURE-----\n").encode()
    assert refusal(MESSAGE, whole, offices.directory) == "not a seal of this kind"


@given(st.binary(max_size=600))
def test_bytes_of_a_stranger_are_refused_and_never_crash(raw: bytes) -> None:
    refusal(MESSAGE, raw, KeyDirectory(()))


def test_the_allowed_signers_line_limits_the_key_to_packets(offices: Offices) -> None:
    line = allowed_signer(SENDER_CODE, offices.public)
    assert line.startswith(f'{SENDER_CODE} namespaces="remision-v1@justice-desk" ssh-ed25519 ')
    assert line.endswith("\n")
