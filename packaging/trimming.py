"""What travels with the frozen program and what stays behind: Qt's plugins by name, libraries by who needs them.

PyInstaller gathers everything that could be wanted: Qt's Quick and its virtual keyboard, GTK of the machine that
builds, every language of Qt. A library stays when something that stays needs it, and comes along only if it is part of
the libraries that the lock names, or is one of `BROUGHT`; everything else is the system's own
(`packaging/linux/libraries.txt` says in which package).
"""

import fnmatch
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
"""Where a file goes in the frozen tree, where it comes from, and what PyInstaller calls its kind."""

EXCLUDED_MODULES = (
    "PIL._avif",
    "PIL._imagingft",
    "PIL._imagingtk",
    "_crypt",
    "_curses",
    "_dbm",
    "_gdbm",
    "_sqlite3",
    "_ssl",
    "_tkinter",
    "crypt",
    "curses",
    "lib2to3",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "nis",
    "pydoc",
    "pygments",
    "pytest",
    "readline",
    "setuptools",
    "sqlite3",
    "ssl",
    "tkinter",
    "unittest",
)
"""Modules that libraries name and the program never uses. Without `ssl` nothing in it speaks to a network."""

PLUGINS = (
    "iconengines/*svgicon*",
    "imageformats/*qgif*",
    "imageformats/*qico*",
    "imageformats/*qjpeg*",
    "imageformats/*qsvg*",
    "platforminputcontexts/*compose*",
    "platforminputcontexts/*ibus*",
    "platforms/*offscreen*",
    "platforms/*qwayland*",
    "platforms/*qwindows*",
    "platforms/*qxcb*",
    "printsupport/*",
    "styles/*",
    "wayland-decoration-client/*",
    "wayland-shell-integration/*xdg-shell*",
    "xcbglintegrations/*glx*",
)
"""Qt's plugins that the program uses, on Linux and on Windows."""

BROUGHT = (
    "libbz2.so.*",
    "libcrypto.so.*",
    "libexpat.so.*",
    "libffi.so.*",
    "liblzma.so.*",
    "libmpdec.so.*",
    "libpython3.*",
    "libuuid.so.*",
    "libxcb-cursor.so.*",
    "libxcb-icccm.so.*",
    "libxcb-image.so.*",
    "libxcb-keysyms.so.*",
    "libxcb-render-util.so.*",
    "libxcb-util.so.*",
    "libxcb-xkb.so.*",
    "libxkbcommon.so.*",
    "libxkbcommon-x11.so.*",
)
"""Libraries of the building system that come along: Python's own, and those that a desktop without Qt may lack."""

QT_TRANSLATIONS = ("qtbase_es.qm",)
DISTRIBUTION_FILES = ("METADATA", "entry_points.txt")
"""What is read of an installed distribution at run time. Its list of files would tell where it was built."""


def libraries(entries: Iterable[Entry], foreign: Callable[[Path], bool]) -> list[Entry]:
    """Return the binary files that travel, without links: a drive may be of a kind that cannot hold one.

    `foreign` says whether a file comes from the system that builds, rather than from the lock or from Python.
    """
    files = [entry for entry in entries if entry[2] != "SYMLINK" and _wanted(entry[0])]
    by_name: dict[str, list[Entry]] = {}
    for entry in files:
        by_name.setdefault(PurePosixPath(entry[0].replace("\\", "/")).name.lower(), []).append(entry)
    pending = [entry for entry in files if entry[2] == "EXTENSION" or _plugin(entry[0]) or _python(entry[0])]
    kept: dict[str, Entry] = {}
    while pending:
        entry = pending.pop()
        if entry[0] in kept:
            continue
        kept[entry[0]] = entry
        for name in needed_by(Path(entry[1])):
            pending += [
                one for one in by_name.get(name.lower(), ()) if not foreign(Path(one[1])) or _matches(name, BROUGHT)
            ]
    return sorted(kept.values())


def files(entries: Iterable[Entry]) -> list[Entry]:
    """Return the other files that travel."""
    return sorted(entry for entry in entries if entry[2] != "SYMLINK" and _wanted_file(entry[0]))


@cache
def needed_by(path: Path) -> tuple[str, ...]:
    """Return the names of the libraries that a binary asks for directly."""
    if sys.platform == "win32":
        from PyInstaller.depend.bindepend import get_imports  # noqa: PLC0415 - reads Windows' own format

        return tuple(sorted(name for name, _ in get_imports(str(path))))
    told = subprocess.run(["objdump", "-p", str(path)], check=True, capture_output=True, text=True).stdout  # noqa: S607
    return tuple(re.findall(r"^ +NEEDED +(\S+)$", told, re.MULTILINE))


def _parts(place: str) -> tuple[str, ...]:
    return PurePosixPath(place.replace("\\", "/")).parts


def _plugin(place: str) -> bool:
    return "plugins" in _parts(place) and "PySide6" in _parts(place)


def _python(place: str) -> bool:
    return PurePosixPath(place).name.startswith(("libpython3.", "python3"))


def _wanted(place: str) -> bool:
    if _plugin(place):
        return _matches("/".join(_parts(place)[-2:]), PLUGINS)
    return True


def _wanted_file(place: str) -> bool:
    parts = _parts(place)
    if "PySide6" in parts and "translations" in parts:
        return parts[-1] in QT_TRANSLATIONS
    if any(part.endswith(".dist-info") for part in parts):
        return parts[-1] in DISTRIBUTION_FILES
    return not (parts[:3] == ("resources", "i18n", "es") or parts[-1] == "py.typed" or "lxml" in parts)


def _matches(name: str, patterns: Sequence[str]) -> bool:
    return any(fnmatch.fnmatch(name, pattern) for pattern in patterns)
