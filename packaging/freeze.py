"""Freezes the program: `python packaging/freeze.py` makes build/package/justice-desk, a folder with Python in it.

The same sources, lock and system give the same bytes, wherever they lie: every date is that of the sources
(`SOURCE_DATE_EPOCH`), Python's hashes begin with the same number, and nothing tells where it was built.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from drawing import draw_all
from ground import BUILD, HERE, NAME, PLAIN, ROOT, TREE, run, settle, source_date
from licensing import third_party

NOTICES = "third-party.txt"


def freeze() -> None:
    """Make the frozen program anew."""
    shutil.rmtree(BUILD, ignore_errors=True)
    BUILD.mkdir(parents=True)
    draw_all(BUILD / "icons")
    environment = {**os.environ, "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": str(source_date()), "LC_ALL": "C.UTF-8"}
    environment["PYINSTALLER_CONFIG_DIR"] = str(BUILD / "cache")
    subprocess.run([sys.executable, str(HERE / "translations.py"), "compile"], check=True, stdout=subprocess.DEVNULL)
    command = [
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"),
        *("--workpath", str(BUILD / "work"), "--distpath", str(BUILD), str(HERE / f"{NAME}.spec")),
    ]
    subprocess.run(command, check=True, env=environment, cwd=BUILD)
    shutil.copyfile(ROOT / "LICENSE", TREE / "LICENSE")
    (TREE / NOTICES).write_text(third_party(), encoding="utf-8")
    for file in (TREE / "_internal").rglob("*.so*"):
        file.chmod(PLAIN)
        _forget_the_building_python(file)
    settle(TREE)


def _forget_the_building_python(library: Path) -> None:
    """Let a module of Python look for libraries beside itself instead of where the building Python lies."""
    place = str(sysconfig.get_config_var("LIBDIR")).encode() + b"\0"
    if sys.platform != "win32" and f"PATH {place[:-1].decode()}" in " ".join(run("objdump", "-p", library).split()):
        beside = b"$ORIGIN".ljust(len(place), b"\0")
        library.write_bytes(library.read_bytes().replace(b"\0" + place, b"\0" + beside))


if __name__ == "__main__":
    freeze()
