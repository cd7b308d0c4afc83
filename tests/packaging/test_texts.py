import re
import struct
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

import ground
import justice_desk
from debian import changelog, filled
from drawing import NOTEBOOK, PROGRAM, WINDOWS_SIDES, ico, png
from ground import HERE, ROOT, source_date, version
from tests.house.test_lock import locked
from ui.commands.answering import COMMANDS
from wheels import LOCK, PURE, entries

INSTALLER = (HERE / "windows" / "installer.nsi").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "instalar.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def dated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the sources be of the first day of 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    source_date.cache_clear()


def test_the_version_stands_in_one_place() -> None:
    assert version() == justice_desk.__version__
    assert 'attr = "justice_desk.__version__"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_what_software_shops_read_has_the_version_and_the_day_of_the_sources() -> None:
    told = fromstring(filled("justice-desk.metainfo.xml"))  # noqa: S314 - our own file
    release = told.find("releases/release")
    assert release is not None
    assert (release.get("version"), release.get("date")) == (justice_desk.__version__, "2026-01-01")
    assert told.findtext("launchable") == "justice-desk.desktop"
    assert {one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in told.findall("summary")} == {None, "es"}


def test_the_window_says_that_it_is_the_program_of_the_menu() -> None:
    desktop = filled("justice-desk.desktop")
    name = re.search(r'setDesktopFileName\("([^"]+)"\)', (ROOT / "ui" / "application.py").read_text(encoding="utf-8"))
    assert name is not None
    assert name[1] == "justice-desk"
    assert f"Icon={name[1]}\n" in desktop
    assert f"Exec={name[1]}\n" in desktop


def test_debians_changelog_is_the_newest_part_of_ours() -> None:
    told = changelog()
    assert told.startswith(f"justice-desk ({justice_desk.__version__}) stable; urgency=medium\n\n  * ")
    assert told.rstrip().endswith("Thu, 01 Jan 2026 00:00:00 +0000")
    assert max(len(line) for line in told.splitlines() if not line.startswith(" -- ")) <= 80


@pytest.mark.parametrize("page", ["man/justice-desk.1", "man/justice-desk.es.1"])
def test_the_manual_tells_of_every_command(page: str) -> None:
    told = filled(page).replace("\\-", "-")
    assert [command for command in COMMANDS if command not in told] == []
    assert justice_desk.__version__ in told


def test_without_git_and_without_a_date_it_says_what_to_give(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setattr(ground, "ROOT", tmp_path)
    source_date.cache_clear()
    with pytest.raises(SystemExit, match="SOURCE_DATE_EPOCH"):
        source_date()


def test_a_picture_is_the_same_each_time_and_not_empty() -> None:
    once = png(PROGRAM, 48)
    assert once == png(PROGRAM, 48) != png(NOTEBOOK, 48)
    assert once[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", once[16:24]) == (48, 48)


def test_an_icon_for_windows_holds_each_picture_where_it_says() -> None:
    pictures = [(side, png(NOTEBOOK, side)) for side in WINDOWS_SIDES]
    made = ico(pictures)
    assert struct.unpack("<HHH", made[:6]) == (0, 1, len(pictures))
    for place, (side, picture) in enumerate(pictures):
        wide, high, _, _, _, depth, length, begins = struct.unpack("<BBBBHHII", made[6 + 16 * place : 22 + 16 * place])
        assert wide == high == side % 256
        assert depth == 32
        assert made[begins : begins + length] == picture


def test_the_installer_says_everything_in_both_languages() -> None:
    told = re.findall(r'^LangString (\w+) \$\{LANG_(\w+)\} "(.+)"$', INSTALLER, re.MULTILINE)
    spanish = {name for name, language, _ in told if language == "SPANISHINTERNATIONAL"}
    english = {name for name, language, _ in told if language == "ENGLISH"}
    assert spanish == english
    assert {"TOO_OLD", "NOT_64", "STILL_OPEN", "STORES_STAY", "NAME_BOX"} <= spanish


def test_removing_from_windows_takes_the_programs_own_files_and_nothing_else() -> None:
    assert re.findall(r"^\s*RMDir (.+)$", INSTALLER, re.MULTILINE) == ['/r "$INSTDIR\\_internal"', '"$INSTDIR"']
    assert [line for line in re.findall(r"^\s*Delete (.+)$", INSTALLER, re.MULTILINE) if "*" in line] == []
    store = re.search(r"%LOCALAPPDATA%\\(\S+)`", GUIDE)
    folder = re.search(r'^InstallDir "\$LOCALAPPDATA\\(.+)"$', INSTALLER, re.MULTILINE)
    assert store is not None
    assert folder is not None
    assert not store[1].startswith(folder[1])


def test_the_operators_guide_names_what_the_installer_and_the_program_call_it() -> None:
    neutral = re.search(r'!define NEUTRAL "(.+)"', INSTALLER)
    assert neutral is not None
    assert f"«{neutral[1]}»" in GUIDE
    spoken = (ROOT / "resources" / "i18n" / "es" / "sentences_vault.ts").read_text(encoding="utf-8")
    quoted = re.search(r"«(Una versión más nueva[^»]+)»", GUIDE)
    assert quoted is not None
    assert quoted[1] in spoken


def test_every_library_of_the_lock_is_asked_of_windows_but_those_with_a_reason() -> None:
    asked = dict(entries(LOCK.read_text(encoding="utf-8")))
    assert asked.keys() == locked().keys()
    assert all(set(re.findall(r"--hash=(\S+)", text)) == set(locked()[name].hashes) for name, text in asked.items())
    assert all(len(reason.split()) > 5 for reason in PURE.values())
