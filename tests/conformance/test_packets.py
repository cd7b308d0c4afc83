import json
import os
import re
import subprocess
import sys
import zipfile
from base64 import b64decode
from pathlib import Path

import bagit
import pytest
from jsonschema import Draft202012Validator
from pyrage import x25519
from referencing import Registry, Resource

from justice_desk.foundations.progress import Unwatched
from justice_desk.foundations.resources import resource
from justice_desk.packets.opening import verify_packet
from justice_desk.packets.rules import PACKET_FILE, KeyDirectory, KeyStatus, KnownSigner
from justice_desk.packets.seal import allowed_signer, check_seal
from justice_desk.packets.views import SealedPacket
from tests.packets.making import PACKET, SENDER_CODE, Offices, fresh_offices, laid_down, recipient, sealed

pytestmark = pytest.mark.conformance

FORMAT = (Path(__file__).parents[2] / "docs" / "packet-format.md").read_text(encoding="utf-8")


def run(*command: str | Path, folder: Path, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, cwd=folder, input=given, capture_output=True, check=False, timeout=60)


def block(language: str) -> str:
    found = re.findall(rf"^```{language}\n(.*?)^```", FORMAT, re.MULTILINE | re.DOTALL)
    assert len(found) == 1
    return str(found[0])


@pytest.fixture(scope="module")
def offices() -> Offices:
    return fresh_offices()


@pytest.fixture
def packet(offices: Offices, tmp_path: Path) -> SealedPacket:
    packet = sealed(offices, tmp_path / "drive")
    (packet.folder / "llave.txt").write_text(f"{offices.identity}\n")
    (packet.folder / "firmantes.txt").write_text(allowed_signer(SENDER_CODE, offices.public))
    return packet


@pytest.fixture
def unpacked(packet: SealedPacket) -> Path:
    assert run("age", "-d", "-i", "llave.txt", "-o", "p.zip", PACKET_FILE, folder=packet.folder).returncode == 0
    assert run("unzip", "-q", "p.zip", folder=packet.folder).returncode == 0
    return packet.folder / PACKET


def verified(folder: Path, namespace: str = "remision-v1@justice-desk", code: str = SENDER_CODE) -> bool:
    command = ("ssh-keygen", "-Y", "verify", "-f", "../firmantes.txt", "-I", code, "-n", namespace)
    message = (folder / "tagmanifest-sha256.txt").read_bytes()
    return not run(*command, "-s", "tagmanifest-sha256.txt.sig", folder=folder, given=message).returncode


def test_the_commands_of_the_format_check_a_packet_from_end_to_end(packet: SealedPacket) -> None:
    script = block("sh")
    ended = subprocess.run(
        ["sh", "-eu", "-c", script],
        cwd=packet.folder,
        env={**os.environ, "CODE": SENDER_CODE},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr
    assert "paquete.age: OK" in ended.stdout
    assert f'Good "remision-v1@justice-desk" signature for {SENDER_CODE}' in ended.stdout


def test_the_sums_on_the_drive_find_one_changed_bit(packet: SealedPacket) -> None:
    age = packet.folder / PACKET_FILE
    content = bytearray(age.read_bytes())
    content[-1] ^= 1
    age.write_bytes(content)
    assert run("sha256sum", "-c", "SUMAS-SHA256.txt", folder=packet.folder).returncode != 0
    assert run("age", "-d", "-i", "llave.txt", "-o", "p.zip", PACKET_FILE, folder=packet.folder).returncode != 0


def test_age_opens_it_for_nobody_else(packet: SealedPacket) -> None:
    (packet.folder / "otra.txt").write_text(f"{x25519.Identity.generate()}\n")
    assert run("age", "-d", "-i", "otra.txt", "-o", "p.zip", PACKET_FILE, folder=packet.folder).returncode != 0


def test_age_opens_what_is_for_several_offices(tmp_path: Path, offices: Offices) -> None:
    others = [x25519.Identity.generate() for _ in range(7)]
    receivers = (recipient(offices.receiver), *(recipient(other) for other in others))
    packet = sealed(offices, tmp_path / "drive", recipients=receivers)
    for number, other in enumerate(others):
        (packet.folder / "llave.txt").write_text(f"{other}\n")
        ended = run("age", "-d", "-i", "llave.txt", "-o", f"{number}.zip", PACKET_FILE, folder=packet.folder)
        assert ended.returncode == 0, ended.stderr


def test_unzip_and_python_find_the_archive_whole(unpacked: Path) -> None:
    archive = unpacked.parent / "p.zip"
    assert b"No errors detected" in run("unzip", "-t", archive, folder=unpacked).stdout
    with zipfile.ZipFile(archive) as opened:
        assert opened.testzip() is None
        assert all(entry.compress_type == zipfile.ZIP_STORED for entry in opened.infolist())


@pytest.mark.parametrize("listing", ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_sha256sum_checks_every_file(unpacked: Path, listing: str) -> None:
    assert run("sha256sum", "--strict", "-c", listing, folder=unpacked).returncode == 0


def test_every_file_is_in_a_list(unpacked: Path) -> None:
    lists = [unpacked / name for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt")]
    listed = {line[66:] for path in lists for line in path.read_text().splitlines()}
    there = {str(path.relative_to(unpacked)) for path in unpacked.rglob("*") if path.is_file()}
    assert there - listed == {"tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig"}


def test_ssh_keygen_checks_the_seal(unpacked: Path) -> None:
    assert verified(unpacked)


@pytest.mark.parametrize(("namespace", "code"), [("file", SENDER_CODE), ("remision-v1@justice-desk", "BO-999999-A")])
def test_ssh_keygen_takes_the_seal_for_nothing_else(unpacked: Path, namespace: str, code: str) -> None:
    assert not verified(unpacked, namespace, code)


def test_ssh_keygen_finds_a_changed_list(unpacked: Path) -> None:
    with (unpacked / "tagmanifest-sha256.txt").open("a") as file:
        file.write("0" * 64 + "  extra.txt\n")
    assert not verified(unpacked)


def test_ssh_keygen_s_own_seals_are_read(tmp_path: Path) -> None:
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", "key", folder=tmp_path)
    (tmp_path / "list.txt").write_bytes(b"0" * 64 + b"  bagit.txt\n")
    signing = ("ssh-keygen", "-q", "-Y", "sign", "-f", "key", "-n", "remision-v1@justice-desk", "list.txt")
    assert run(*signing, folder=tmp_path).returncode == 0
    public = b64decode((tmp_path / "key.pub").read_text().split()[1])[-32:]
    known = KeyDirectory((KnownSigner(SENDER_CODE, "", public, KeyStatus.VERIFIED),))
    armoured = (tmp_path / "list.txt.sig").read_bytes()
    assert check_seal((tmp_path / "list.txt").read_bytes(), armoured, known).code == SENDER_CODE


def test_the_bagit_validator_takes_the_bag(unpacked: Path, caplog: pytest.LogCaptureFixture) -> None:
    bag = bagit.Bag(str(unpacked))
    assert bag.validate()
    assert bag.info["External-Identifier"] == PACKET
    caplog.clear()


def test_the_bagit_validator_finds_a_changed_document(unpacked: Path, caplog: pytest.LogCaptureFixture) -> None:
    (unpacked / "data" / "docs" / "01-oficio.pdf").write_bytes(b"%PDF-1.7 oficio ficticiO")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(unpacked)).validate()
    caplog.clear()


def test_the_bagit_validator_passes_a_planted_tag_file_so_it_is_not_our_reader(
    unpacked: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (unpacked / "planted.txt").write_bytes(b"planted")
    assert bagit.Bag(str(unpacked)).validate()
    caplog.clear()


def test_jsonschema_takes_the_texts_by_their_published_schemas(unpacked: Path) -> None:
    def schema(name: str) -> dict[str, object]:
        read: dict[str, object] = json.loads(resource("packet", f"{name}.schema.json").read_bytes())
        return read

    others = [(f"{name}.schema.json", Resource.from_contents(schema(name))) for name in ("htcds-abierto-1",)]
    registry = Registry().with_resources(others)
    for file, name in (("remision.json", "remision-1"), ("custodia.json", "custodia-1")):
        value = json.loads((unpacked / "data" / file).read_bytes())
        Draft202012Validator(schema(name), registry=registry).validate(value)


def test_the_annex_opens_with_the_same_tools(unpacked: Path, offices: Offices) -> None:
    (annex,) = (unpacked / "data" / "anexos").iterdir()
    (unpacked / "lectora.txt").write_text(f"{offices.reader}\n")
    assert run("age", "-d", "-i", "lectora.txt", "-o", "annex.zip", annex, folder=unpacked).returncode == 0
    assert run("age", "-d", "-i", "../llave.txt", "-o", "no.zip", annex, folder=unpacked).returncode != 0
    assert b"No errors detected" in run("unzip", "-t", "annex.zip", folder=unpacked).stdout
    with zipfile.ZipFile(unpacked / "annex.zip") as opened:
        told = json.loads(opened.read(f"{annex.stem}/identidades.json"))
    assert told["persons"][0]["code"] == "V-01"


def test_what_age_itself_encrypts_is_opened_by_our_reader(
    unpacked: Path, packet: SealedPacket, offices: Offices, tmp_path: Path
) -> None:
    archive = unpacked.parent / "p.zip"
    receiver = str(offices.receiver.to_public())
    assert run("age", "-r", receiver, "-o", "again.age", archive, folder=tmp_path).returncode == 0
    place = laid_down(tmp_path, (tmp_path / "again.age").read_bytes())
    told = verify_packet(place, offices.identity, offices.directory, Unwatched())
    assert told.acknowledgement == packet.acknowledgement


def test_an_acknowledgement_can_be_worked_out_without_this_program(unpacked: Path, packet: SealedPacket) -> None:
    ended = run(sys.executable, "-I", "-c", block("python"), folder=unpacked)
    assert ended.stdout.decode().strip() == packet.acknowledgement
