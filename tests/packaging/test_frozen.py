import json
import os
import re
from pathlib import Path

import pytest

import justice_desk
from debian import asked_of_the_system, libraries_asked_for
from drawing import SIDES
from ground import BUILD, ROOT, TREE, version
from justice_desk.foundations.resources import ROOT as RESOURCES
from justice_desk.jurisdictions.loading import countries
from justice_desk.vault.migrating import known_revisions
from tests.packaging.frozen import PROGRAM, bare, files_of, run

pytestmark = pytest.mark.package
MEGABYTES = 180
ABSENT = ("webengine", "quick", "qml", "virtualkeyboard", "charts", "gtk", "gdk", "webchannel", "tkinter", "libssl")
INTERNAL = TREE / "_internal"


def test_what_was_left_out_is_not_there() -> None:
    names = [path.relative_to(TREE).as_posix().lower() for path in TREE.rglob("*")]
    assert len(names) > 100, "make package"
    assert [name for name in names if any(word in name.rsplit("/", 1)[-1] for word in ABSENT)] == []


def test_it_takes_no_more_room_than_promised() -> None:
    on_disk = sum(path.stat().st_blocks * 512 for path in TREE.rglob("*"))
    assert on_disk <= MEGABYTES << 20, f"{on_disk >> 20} MB"


def test_a_drive_that_knows_no_links_and_no_rights_can_hold_it() -> None:
    files = [path for path in TREE.rglob("*") if not path.is_dir()]
    assert [path for path in files if path.is_symlink()] == []
    assert [path for path in files if path.stat().st_mode & 0o111] == [PROGRAM]
    folded = [path.relative_to(TREE).as_posix().lower() for path in files]
    assert len(folded) == len(set(folded))
    assert [name for name in folded if re.search(r'[<>:"|?*\\]', name)] == []


def test_nothing_in_it_tells_in_which_folder_it_was_built() -> None:
    place = str(ROOT).encode()
    assert [name for name, (_, content) in files_of(TREE).items() if place in content] == []


def test_it_brings_every_resource_that_the_program_reads() -> None:
    here = {
        path.relative_to(RESOURCES).as_posix()
        for path in RESOURCES.rglob("*")
        if path.is_file() and path.suffix != ".ts"
    }
    there = {
        path.relative_to(INTERNAL / "resources").as_posix()
        for path in (INTERNAL / "resources").rglob("*")
        if path.is_file()
    }
    assert there == here
    assert {"fonts/OFL.txt", "fonts/OFL-CharisSIL.txt", "i18n/justice_desk_es.qm"} <= there


def test_it_brings_every_migration() -> None:
    scripts = list((INTERNAL / "justice_desk" / "vault" / "migrations" / "versions").glob("v*.py"))
    revisions = {re.search(r'^revision = "(\w+)"', path.read_text(), re.MULTILINE) for path in scripts}
    assert {found[1] for found in revisions if found is not None} == known_revisions()


@pytest.mark.parametrize(
    "plugin",
    [
        "platforms/libqoffscreen.so",
        "platforms/libqxcb.so",
        "platforms/libqwayland.so",
        "printsupport/libcupsprintersupport.so",
        "iconengines/libqsvgicon.so",
        "imageformats/libqjpeg.so",
        "platforminputcontexts/libibusplatforminputcontextplugin.so",
    ],
)
def test_the_plugins_that_the_program_needs_are_there(plugin: str) -> None:
    assert (INTERNAL / "PySide6" / "Qt" / "plugins" / plugin).is_file()


def test_what_it_asks_of_the_system_is_listed_with_its_packages_and_nothing_else_is() -> None:
    assert libraries_asked_for() == set(asked_of_the_system())


def test_it_says_its_version(tmp_path: Path) -> None:
    ended = run(PROGRAM, "--version", environment=bare(tmp_path))
    assert ended.stdout.strip() == justice_desk.__version__ == version()
    assert ended.returncode == 0


def test_the_self_test_passes_with_no_environment_but_a_home(tmp_path: Path) -> None:
    before = files_of(TREE)
    ended = run(PROGRAM, "self-test", environment=bare(tmp_path))
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stderr == ""
    assert len(re.findall(r"^✓ ", ended.stdout, re.MULTILINE)) >= 9
    assert files_of(TREE) == before, "it wrote into its own folder"


def test_the_self_test_passes_on_a_system_without_a_time_zone_database(tmp_path: Path) -> None:
    ended = run(PROGRAM, "self-test", environment=bare(tmp_path) | {"PYTHONTZPATH": "/nowhere"})
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("country", countries())
def test_the_whole_main_job_is_done_and_the_packet_opens_again(country: str, tmp_path: Path) -> None:
    environment, out = bare(tmp_path / "home"), tmp_path / "out"
    done = run(PROGRAM, "demo", "--out", str(out), "--country", country, environment=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    listed = json.loads((out / "demo.json").read_text(encoding="utf-8"))
    assert listed["documents"]
    for document in listed["documents"]:
        assert (out / document["pdf"]).read_bytes().startswith(b"%PDF-1.7")
    packet = str((out / listed["packet"]).parent)
    keys = [
        "--identity",
        str(out / listed["prosecutor_identity"]),
        "--keys",
        str((out / listed["allowed_signers"]).parent),
    ]
    opened = run(PROGRAM, "packet", "open", packet, *keys, "--out", str(tmp_path / "opened"), environment=environment)
    assert opened.returncode == 0, opened.stdout + opened.stderr
    assert list((tmp_path / "opened").glob("*.pdf"))
    store = ["store", "check", str(out / listed["store"]), "--passphrase-stdin"]
    checked = run(PROGRAM, *store, environment=environment, typed=listed["passphrase"] + "\n")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_lack_is_noticed(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copied = {"resources/templates/bo/acta.toml", "resources/i18n/justice_desk_es.qm"}
    for path in TREE.rglob("*"):
        place = copy / path.relative_to(TREE)
        if path.is_dir():
            place.mkdir(parents=True, exist_ok=True)
        elif path.relative_to(INTERNAL if INTERNAL in path.parents else TREE).as_posix() not in copied:
            place.parent.mkdir(parents=True, exist_ok=True)
            os.link(path, place)
    ended = run(copy / PROGRAM.name, "self-test", "--language", "en", environment=bare(tmp_path / "home"))
    assert ended.returncode == 1
    assert re.findall(r"^✗ ([^:]+)", ended.stdout, re.MULTILINE)[:2] == ["Templates of papers", "Translations"]


def test_the_icon_is_there_in_every_size() -> None:
    assert {path.stem for path in (BUILD / "icons").glob("*.png")} == {str(side) for side in SIDES}
