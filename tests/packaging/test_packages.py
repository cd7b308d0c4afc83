import hashlib
import json
import lzma
import re
import tarfile
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from ground import DIST, NAME, TREE, source_date, version
from package import SUMS
from tests.packaging.frozen import ARCHIVE, BILL, DEB, bare, files_of, run, told

pytestmark = pytest.mark.package
SHARED = {"LICENSE", "third-party.txt"}
"""What the Debian package keeps where Debian looks for it."""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is in the Debian package."""
    folder = tmp_path_factory.mktemp("deb")
    told("dpkg-deb", "-x", DEB, folder)
    return folder


def test_the_sums_are_those_of_everything_that_is_given_to_others() -> None:
    told("sha256sum", "--strict", "-c", SUMS, cwd=DIST)
    listed = {line.split()[1] for line in (DIST / SUMS).read_text().splitlines()}
    assert listed == {path.name for path in DIST.iterdir()} - {SUMS} >= {DEB.name, ARCHIVE.name, BILL.name}


def test_both_packages_hold_the_frozen_program_byte_by_byte(unpacked: Path, tmp_path: Path) -> None:
    with tarfile.open(ARCHIVE) as archive:
        archive.extractall(tmp_path, filter="tar")
    top = tmp_path / f"{NAME}-{version()}"
    (top / "LEAME.md").unlink()
    assert files_of(top) == files_of(TREE)
    installed = files_of(unpacked / "usr" / "lib" / NAME)
    assert installed == {name: file for name, file in files_of(TREE).items() if name not in SHARED}


def test_the_archive_names_no_owner_and_no_date_but_that_of_the_sources() -> None:
    with lzma.open(ARCHIVE) as packed, tarfile.open(fileobj=packed) as archive:
        entries = archive.getmembers()
    assert {(entry.uid, entry.gid, entry.uname, entry.gname) for entry in entries} == {(0, 0, "", "")}
    assert {entry.mtime for entry in entries} == {source_date()}
    assert {entry.mode for entry in entries} == {0o644, 0o755}
    assert [entry.name for entry in entries] == sorted(entry.name for entry in entries)


def test_the_archive_runs_from_wherever_it_is_unpacked(tmp_path: Path) -> None:
    drive = tmp_path / "Memoria USB de prueba"
    with tarfile.open(ARCHIVE) as archive:
        archive.extractall(drive, filter="tar")
    ended = run(drive / f"{NAME}-{version()}" / NAME, "self-test", environment=bare(tmp_path / "home"))
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_debians_own_judge_finds_nothing_without_a_reason() -> None:
    assert told("lintian", "--allow-root", "--fail-on", "error,warning", DEB) == ""
    overrides = (Path(__file__).parents[2] / "packaging" / "linux" / "lintian-overrides").read_text()
    blocks = re.findall(r"(?:^#.*\n)+(?:^[^#\n].*\n)+", overrides, re.MULTILINE)
    assert "".join(blocks) == overrides, "an override without its reason above it"


def test_the_desktop_and_the_software_shop_understand_what_is_told_of_the_program(unpacked: Path) -> None:
    share = unpacked / "usr" / "share"
    told("desktop-file-validate", share / "applications" / f"{NAME}.desktop")
    told("appstreamcli", "validate", "--no-net", share / "metainfo" / f"{NAME}.metainfo.xml")


def test_a_packet_is_recognised_by_its_name_and_its_beginning(unpacked: Path, tmp_path: Path) -> None:
    home = tmp_path / "mime"
    (home / "packages").mkdir(parents=True)
    source = unpacked / "usr" / "share" / "mime" / "packages" / f"{NAME}.xml"
    (home / "packages" / source.name).write_bytes(source.read_bytes())
    told("update-mime-database", home)
    assert "application/x-justice-desk-packet" in (home / "globs2").read_text()
    assert b"age-encryption.org/v1\n" in (home / "magic").read_bytes()


@pytest.mark.parametrize("language", ["", "es"])
def test_the_manual_page_is_set_without_a_warning(language: str, unpacked: Path) -> None:
    page = unpacked / "usr" / "share" / "man" / language / "man1" / f"{NAME}.1.gz"
    said = told("man", "--warnings=all", "--encoding=UTF-8", "--local-file", page)
    assert "warning" not in said
    assert version() in said


def test_the_pictures_of_the_program_are_where_desktops_look(unpacked: Path) -> None:
    icons = unpacked / "usr" / "share" / "icons" / "hicolor"
    assert (icons / "scalable" / "apps" / f"{NAME}.svg").is_file()
    for side in (16, 22, 24, 32, 48, 64, 128, 256, 512):
        picture = (icons / f"{side}x{side}" / "apps" / f"{NAME}.png").read_bytes()
        assert picture[:8] == b"\x89PNG\r\n\x1a\n"
        assert int.from_bytes(picture[16:20], "big") == int.from_bytes(picture[20:24], "big") == side


def test_the_bill_of_materials_is_one_and_names_what_travels() -> None:
    text = BILL.read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bill = json.loads(text)
    parts = {component["name"]: component for component in bill["components"]}
    assert {"pyside6-essentials", "pyside6-pdf", "sqlcipher3", "cryptography", "python", "openssl"} <= parts.keys()
    assert {"pyside6-addons", "pyside6-webengine", "pytest", "pyinstaller"} & parts.keys() == set()
    assert all(component["licenses"] for component in bill["components"])
    assert bill["metadata"]["component"]["version"] == version()


def test_the_licences_of_everything_that_travels_come_along(unpacked: Path) -> None:
    notices = (TREE / "third-party.txt").read_text(encoding="utf-8")
    for component in json.loads(BILL.read_text(encoding="utf-8"))["components"]:
        assert f"\n{component['name']} " in notices or f"\n{component['name']}: " in notices
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in notices
    assert (unpacked / "usr" / "share" / "doc" / NAME / "third-party.txt.gz").is_file()
    ours = hashlib.sha256((TREE / "LICENSE").read_bytes()).digest()
    assert ours == hashlib.sha256((Path(__file__).parents[2] / "LICENSE").read_bytes()).digest()
