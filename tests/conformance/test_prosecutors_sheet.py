"""The sheet that prosecutors get is carried out as it is printed: what it tells them to type does what it says."""

import re
import subprocess
from pathlib import Path

import pytest

from justice_desk.packets.fingerprints import fingerprint
from justice_desk.packets.rules import PACKET_FILE
from justice_desk.packets.seal import allowed_signer
from justice_desk.packets.views import SealedPacket
from tests.packets.making import NONCE, PACKET, SENDER_CODE, Offices, fresh_offices, sealed

pytestmark = pytest.mark.conformance

SHEET = (Path(__file__).parents[2] / "docs" / "para-fiscalias.md").read_text(encoding="utf-8")
BLOCKS = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
MAKE_KEY, FINGERPRINT, OPEN, CHECK, IDENTITIES, ACKNOWLEDGE = BLOCKS.findall(SHEET)


def typed(block: str, folder: Path, **filled: str) -> str:
    for blank, value in filled.items():
        assert blank in block
        block = block.replace(blank, value)
    ended = subprocess.run(
        ["sh", "-eu", "-c", block], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@pytest.fixture
def offices() -> Offices:
    return fresh_offices()


@pytest.fixture
def packet(offices: Offices, tmp_path: Path) -> SealedPacket:
    packet = sealed(offices, tmp_path / "drive")
    (packet.folder / "llave-fiscalia.txt").write_text(f"{offices.identity}\n")
    (packet.folder / "llave-identidades.txt").write_text(f"{offices.reader}\n")
    (packet.folder / "firmantes").write_text(allowed_signer(SENDER_CODE, offices.public))
    return packet


@pytest.fixture
def bag(packet: SealedPacket) -> Path:
    typed(OPEN, packet.folder)
    return packet.folder / PACKET


def test_the_key_that_is_made_has_the_fingerprint_that_the_desk_shows(tmp_path: Path) -> None:
    typed(MAKE_KEY, tmp_path)
    public = re.search(r"age1[0-9a-z]+", (tmp_path / "llave-fiscalia.txt").read_text())
    assert public is not None
    digits = typed(FINGERPRINT, tmp_path, **{"age1…": public[0]})
    assert digits.strip().zfill(30) == fingerprint(public[0])


def test_a_packet_is_opened_and_checked(bag: Path) -> None:
    said = typed(CHECK, bag, CODIGO=SENDER_CODE)
    assert "data/remision.json: OK" in said
    assert f'Good "remision-v1@justice-desk" signature for {SENDER_CODE}' in said


def test_a_changed_document_ends_the_check(bag: Path) -> None:
    document = next((bag / "data/docs").iterdir())
    document.write_bytes(document.read_bytes() + b" ")
    with pytest.raises(AssertionError, match="did NOT match"):
        typed(CHECK, bag, CODIGO=SENDER_CODE)


def test_the_identities_open_apart(bag: Path) -> None:
    typed(IDENTITIES, bag)
    assert any("Nombre Ficticio" in file.read_text() for file in bag.parent.joinpath("identidades").rglob("*.json"))
    assert not any(b"Nombre Ficticio" in file.read_bytes() for file in bag.rglob("*") if file.is_file())


def test_the_acknowledgement_is_worked_out_as_the_desk_knows_it(bag: Path, packet: SealedPacket) -> None:
    digits = typed(ACKNOWLEDGE, bag, NONCE=NONCE.hex())
    assert digits.strip().zfill(20) == packet.acknowledgement


def test_what_is_opened_is_what_the_drive_holds(packet: SealedPacket) -> None:
    age = packet.folder / PACKET_FILE
    age.write_bytes(age.read_bytes()[:-1])
    with pytest.raises(AssertionError):
        typed(OPEN, packet.folder)
