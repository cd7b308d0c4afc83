from pathlib import Path

import pytest

from drawing import draw_all
from ground import HERE, source_date, version
from tests.packaging.frozen import told
from wheels import LOCK, without_wheel

pytestmark = pytest.mark.package
SCRIPT = HERE / "windows" / "installer.nsi"


def compiled(folder: Path, script: Path = SCRIPT) -> bytes:
    """Compile the installer around a stub of the program."""
    tree, icons, out = folder / "tree", folder / "icons", folder / "installer.exe"
    (tree / "_internal" / "resources").mkdir(parents=True)
    for name in ("justice-desk.exe", "justice-desk-console.exe", "LICENSE", "_internal/resources/one.toml"):
        (tree / name).write_text(name)
    draw_all(icons)
    settings = {"VERSION": version(), "TREE": tree, "ICONS": icons, "OUT": out}
    defined = [f"-D{name}={value}" for name, value in settings.items()]
    told(
        "env",
        f"SOURCE_DATE_EPOCH={source_date()}",
        "makensis",
        "-WX",
        "-NOCD",
        "-V2",
        "-INPUTCHARSET",
        "UTF8",
        *defined,
        script,
    )
    return out.read_bytes()


def test_the_installer_compiles_without_a_warning_and_twice_the_same(tmp_path: Path) -> None:
    once, again = compiled(tmp_path / "once"), compiled(tmp_path / "again")
    assert once.startswith(b"MZ")
    assert once == again


def test_its_spanish_keeps_its_accents(tmp_path: Path) -> None:
    script = tmp_path / "plain.nsi"
    packed = SCRIPT.read_text(encoding="utf-8")
    script.write_text(packed.replace("SetCompressor /SOLID lzma", "SetCompress off"), encoding="utf-8")
    assert "Windows 10 (versión 1809) o más nuevo".encode("utf-16-le") in compiled(tmp_path / "stub", script)


def test_a_text_without_its_translation_stops_the_compiler(tmp_path: Path) -> None:
    script = tmp_path / "installer.nsi"
    lines = SCRIPT.read_text(encoding="utf-8").splitlines(keepends=True)
    script.write_text("".join(line for line in lines if "TOO_OLD ${LANG_ENGLISH}" not in line), encoding="utf-8")
    with pytest.raises(AssertionError, match="TOO_OLD"):
        compiled(tmp_path / "stub", script)


def test_every_library_of_the_lock_can_be_had_for_windows() -> None:
    assert without_wheel(LOCK.read_text(encoding="utf-8")) == ""


def test_a_library_that_windows_cannot_have_is_found() -> None:
    lock = "uvloop==0.21.0 \\\n    --hash=sha256:3bf12b0fda68447806a7ad847bfa591613177275d35b6724b1ee573faa3704e3\n"
    assert "uvloop" in without_wheel(lock)
