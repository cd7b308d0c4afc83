from pathlib import Path

import pytest

from justice_desk.packets.fingerprints import written_signing_key
from justice_desk.packets.rules import KeyStatus, SignersUnreadable
from justice_desk.packets.seal import allowed_signer
from justice_desk.packets.signers import read_signers
from tests.packets.making import SENDER_CODE, Offices


def listed(folder: Path, text: str, name: str = "firmantes.txt") -> Path:
    place = folder / name
    place.write_text(text, encoding="utf-8")
    return place


def test_our_own_lines_are_read(offices: Offices, tmp_path: Path) -> None:
    (signer,) = read_signers(listed(tmp_path, allowed_signer(SENDER_CODE, offices.public))).signers
    assert (signer.code, signer.public, signer.status) == (SENDER_CODE, offices.public, KeyStatus.VERIFIED)


def test_comments_empty_lines_and_a_key_without_limits_are_read(offices: Offices, tmp_path: Path) -> None:
    key = written_signing_key(offices.public)
    place = listed(tmp_path, f"# de la tarjeta\n\n  # otra nota\n{SENDER_CODE} {key} nota al final\r\n")
    assert [signer.public for signer in read_signers(place).signers] == [offices.public]


def test_every_file_of_a_folder_is_read(offices: Offices, tmp_path: Path) -> None:
    key = written_signing_key(offices.public)
    for code in ("BO-000001-A", "BO-000002-A"):
        listed(tmp_path, f"{code} {key}\n", f"{code}.txt")
    (tmp_path / "below").mkdir()
    assert [signer.code for signer in read_signers(tmp_path).signers] == ["BO-000001-A", "BO-000002-A"]


@pytest.mark.parametrize("uses", ["git", "xremision-v1@justice-desk", ""])
def test_a_key_for_another_use_is_not_believed(offices: Offices, tmp_path: Path, uses: str) -> None:
    key = written_signing_key(offices.public)
    assert read_signers(listed(tmp_path, f'{SENDER_CODE} namespaces="{uses}" {key}\n')).signers == ()


def test_a_key_for_several_uses_is_believed(offices: Offices, tmp_path: Path) -> None:
    key = written_signing_key(offices.public)
    place = listed(tmp_path, f'{SENDER_CODE} namespaces="git,remision-v1@justice-desk" {key}\n')
    assert len(read_signers(place).signers) == 1


@pytest.mark.parametrize(
    "line",
    [
        "{code}",
        "{key}",
        "{code} ssh-ed25519",
        "{code} ssh-ed25519 ñ",
        "{code} ssh-ed25519 AAAA",
        "{code} ssh-rsa AAAAB3NzaC1yc2E",
        "{code} cert-authority {key}",
        '{code} valid-before="20200101" {key}',
        '{code} namespaces="remision-v1@justice-desk",valid-before="20200101" {key}',
        "{code} {key}AAAA",
    ],
)
def test_a_line_that_is_not_understood_is_told_with_its_number(offices: Offices, tmp_path: Path, line: str) -> None:
    text = line.format(code=SENDER_CODE, key=written_signing_key(offices.public))
    with pytest.raises(SignersUnreadable) as unreadable:
        read_signers(listed(tmp_path, f"# nota\n{text}\n"))
    assert unreadable.value.line == 2


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "bytes.txt").write_bytes(b"\xff\xfe")
    for place in (tmp_path / "none.txt", tmp_path / "bytes.txt"):
        with pytest.raises(SignersUnreadable) as unreadable:
            read_signers(place)
        assert unreadable.value.line == 0
