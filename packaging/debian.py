"""Makes the Debian package of the frozen program: `usr/lib/justice-desk` and what a desktop wants to know of it."""

import gzip
import re
import shutil
import textwrap
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from drawing import PROGRAM
from ground import BUILD, DIST, HERE, NAME, ROOT, TREE, run, settle, source_date, version

LINUX = HERE / "linux"
STAGE = BUILD / "debian"
LIBRARIES = LINUX / "libraries.txt"
NOT_BY_LIBRARY = ("xkb-data",)
"""What is asked for without a library of its own: libxkbcommon comes along, the keyboards it describes do not."""
MAINTAINER = "The maintainers of Justice Desk <maintainers@justice-desk.invalid>"
"""Whoever publishes the package writes their own address here: `.invalid` is no place on purpose (RFC 2606)."""
GCC_OF_INTERFACE = {28: 10, 29: 11, 30: 12, 31: 13, 32: 13, 33: 14, 34: 15}
"""The release of GCC whose C++ library first had the interface 3.4.N, by N (libstdc++'s own table of its ABI)."""
DESCRIPTION = """\
record community proceedings and hand cases to the prosecutor
 For indigenous justice authorities who hear of a trafficking case before anyone
 else does: protects the person, records what the community did and hands the
 case to the national prosecutor on paper that a court accepts. Everything stays
 on one laptop, in an encrypted store, and works without internet.
 .
 The package holds its own Python and Qt, so that it is the same program on
 every computer."""


@cache
def asked_of_the_system() -> dict[str, str]:
    """Return the package of each library that the program asks the system for."""
    lines = LIBRARIES.read_text(encoding="utf-8").splitlines()
    return dict(line.split() for line in lines if line and not line.startswith("#"))


def binaries() -> list[Path]:
    """Return every program and library of the frozen tree."""
    return [path for path in sorted(TREE.rglob("*")) if path.is_file() and path.read_bytes()[:4] == b"\x7fELF"]


@cache
def told_by(path: Path) -> tuple[set[str], set[str]]:
    """Return the libraries that a binary asks for, and the versions of the C library's and C++'s interfaces."""
    told = run("objdump", "-p", path)
    versions = set(re.findall(r"\b((?:GLIBC|GLIBCXX)_[0-9.]+)$", told, re.MULTILINE))
    return set(re.findall(r"^ +NEEDED +(\S+)$", told, re.MULTILINE)), versions


def libraries_asked_for() -> set[str]:
    """Return the libraries that the frozen program asks for and does not bring."""
    brought = {path.name for path in TREE.rglob("*") if path.is_file()}
    return set().union(*(told_by(path)[0] for path in binaries())) - brought


def depends() -> str:
    """Return what the package depends on: the packages of those libraries, and how new the C libraries have to be."""
    known = asked_of_the_system()
    if missing := sorted(libraries_asked_for() - known.keys()):
        raise SystemExit(f"{LIBRARIES.name} names no package for {', '.join(missing)}")
    packages = {known[name] for name in libraries_asked_for()} | set(NOT_BY_LIBRARY)
    glibc = max(_numbers("GLIBC"))
    compiler = GCC_OF_INTERFACE[max(_numbers("GLIBCXX"))[-1]]
    newest = {"libc6": f"libc6 (>= {glibc[0]}.{glibc[1]})", "libstdc++6": f"libstdc++6 (>= {compiler})"}
    return ", ".join(newest.get(package, package) for package in sorted(packages))


def deb() -> Path:
    """Make the package and return where it is."""
    shutil.rmtree(STAGE, ignore_errors=True)
    _program()
    _desktop()
    _papers()
    _control()
    settle(STAGE)
    made = DIST / f"{NAME}_{version()}_amd64.deb"
    made.parent.mkdir(exist_ok=True)
    # One thread: the packer cuts differently for more, and the bytes shall not depend on the machine.
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--threads-max=1", "--build", STAGE, made)
    return made


def filled(name: str) -> str:
    """Return one of the files of `packaging/linux` with the version and the date in it."""
    day = datetime.fromtimestamp(source_date(), UTC).date().isoformat()
    text = (LINUX / name).read_text(encoding="utf-8")
    return text.replace("@VERSION@", version()).replace("@DATE@", day)


def changelog() -> str:
    """Return the changelog as Debian writes it: the newest part of CHANGELOG.md."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.split(r"^## ", text, flags=re.MULTILINE)[1]
    items = re.findall(r"^- (.+(?:\n  .+)*)", newest, re.MULTILINE)
    moment = datetime.fromtimestamp(source_date(), UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    body = "\n".join(
        textwrap.fill(" ".join(item.split()), 78, initial_indent="  * ", subsequent_indent="    ") for item in items
    )
    return f"{NAME} ({version()}) stable; urgency=medium\n\n{body}\n\n -- {MAINTAINER}  {moment}\n"


def _program() -> None:
    folder = STAGE / "usr" / "lib" / NAME
    shutil.copytree(TREE, folder, ignore=shutil.ignore_patterns("LICENSE", "third-party.txt"))
    (STAGE / "usr" / "bin").mkdir(parents=True)
    (STAGE / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")


def _desktop() -> None:
    share = STAGE / "usr" / "share"
    _write(share / "applications" / f"{NAME}.desktop", filled(f"{NAME}.desktop"))
    _write(share / "metainfo" / f"{NAME}.metainfo.xml", filled(f"{NAME}.metainfo.xml"))
    _write(share / "mime" / "packages" / f"{NAME}.xml", filled(f"{NAME}.mime.xml"))
    hicolor = share / "icons" / "hicolor"
    _write(hicolor / "scalable" / "apps" / f"{NAME}.svg", PROGRAM.read_text(encoding="utf-8"))
    for picture in (BUILD / "icons").glob("*.png"):
        place = hicolor / f"{picture.stem}x{picture.stem}" / "apps" / f"{NAME}.png"
        place.parent.mkdir(parents=True)
        shutil.copyfile(picture, place)


def _papers() -> None:
    share = STAGE / "usr" / "share"
    doc = share / "doc" / NAME
    _write(doc / "copyright", filled("copyright"))
    _write(share / "lintian" / "overrides" / NAME, filled("lintian-overrides"))
    _write_packed(doc / "changelog.gz", changelog())
    _write_packed(doc / "third-party.txt.gz", (TREE / "third-party.txt").read_text(encoding="utf-8"))
    _write_packed(doc / "instalar.md.gz", (ROOT / "docs" / "instalar.md").read_text(encoding="utf-8"))
    _write_packed(share / "man" / "man1" / f"{NAME}.1.gz", filled(f"man/{NAME}.1"))
    _write_packed(share / "man" / "es" / "man1" / f"{NAME}.1.gz", filled(f"man/{NAME}.es.1"))


def _control() -> None:
    settle(STAGE)
    files = [path for path in sorted(STAGE.rglob("*")) if path.is_file() and not path.is_symlink()]
    size = sum(-(-path.stat().st_size // 1024) for path in files)
    fields = {
        "Package": NAME,
        "Version": version(),
        "Architecture": "amd64",
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size),
        "Depends": depends(),
        "Suggests": "age, cups, gnome-keyring",
        "Section": "misc",
        "Priority": "optional",
        "Description": DESCRIPTION,
    }
    control = STAGE / "DEBIAN"
    _write(control / "control", "".join(f"{name}: {value}\n" for name, value in fields.items()))
    sums = (run("md5sum", *(path.relative_to(STAGE) for path in files), cwd=STAGE)).splitlines()
    _write(control / "md5sums", "\n".join(sums) + "\n")


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def _write_packed(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _numbers(interface: str) -> set[tuple[int, ...]]:
    told = set().union(*(told_by(path)[1] for path in binaries()))
    found = (re.fullmatch(rf"{interface}_([0-9.]+)", one) for one in told)
    return {tuple(int(part) for part in one[1].split(".")) for one in found if one is not None}
