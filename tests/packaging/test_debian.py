import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from ground import NAME, version
from tests.e2e.stage import Stage, on_stage
from tests.packaging.building import become_next_version, built, copied, next_version
from tests.packaging.frozen import DEB, bare, files_of, run, told
from ui.commands.story import Story

pytestmark = pytest.mark.package
SCRIPT = Path(__file__).with_name("debian_root.sh")
OUT = "/srv/demo"
STORE = f"{OUT}/store"


class Debian:
    """A bare Debian 12 of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        told(SCRIPT, "make", folder)

    def run(self, *command: str) -> str:
        """Run a command in it."""
        return told(SCRIPT, "run", self.folder, *command)

    def place(self, inside: str) -> Path:
        """Return where a path of it is seen from outside."""
        return self.folder / inside.lstrip("/")

    def install(self, package: Path) -> None:
        """Install a package that came on a drive, over whatever version is there."""
        shutil.copyfile(package, self.folder / package.name)
        self.run("apt-get", "install", "-y", "--no-install-recommends", "--allow-downgrades", f"/{package.name}")

    def program(self, *words: str) -> str:
        """Run the installed program without a screen."""
        return self.run("env", "QT_QPA_PLATFORM=offscreen", NAME, *words)


@pytest.fixture(scope="module")
def debian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Debian]:
    """A bare Debian 12 with the package installed by its own apt, which fetched what the package depends on."""
    made = Debian(tmp_path_factory.mktemp("debian") / "root")
    assert not made.place("/usr/bin/python3").exists()
    assert not list(made.place("/usr/lib").rglob("libxcb*"))
    made.run("apt-get", "update", "-q")
    made.install(DEB)
    yield made
    shutil.rmtree(made.folder)


def test_it_installs_starts_works_and_goes_again_in_a_bare_debian(debian: Debian) -> None:
    debian.install(DEB)
    assert debian.program("--version").strip() == version()
    assert "✗" not in debian.program("self-test")
    shutil.rmtree(debian.place(OUT), ignore_errors=True)
    debian.program("demo", "--out", OUT)
    kept = files_of(debian.place(OUT))
    assert kept
    debian.run("apt-get", "purge", "-y", NAME)
    left = [path for path in debian.place("/usr").rglob(f"*{NAME}*") if path.name != f"{NAME}.list"]
    assert left == []
    assert files_of(debian.place(OUT)) == kept, "removing the program touched a store"


def test_it_shows_its_window_with_nothing_but_what_the_package_depends_on(debian: Debian, tmp_path: Path) -> None:
    debian.install(DEB)
    start = 'exec "$0" run "$1" env DISPLAY="$DISPLAY" QT_QPA_PLATFORM=xcb "$2"'
    inside = ["sh", "-c", start, str(SCRIPT), str(debian.folder), NAME]
    with on_stage(tmp_path, program=inside) as stage:
        found = subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--class", NAME],
            env=stage.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        assert found.stdout.split()
        subprocess.run(["xdotool", "sleep", "2"], env=stage.environment, check=True)
        assert stage.program.poll() is None
        picture = QImage(str(stage.picture("debian-12")))
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
    assert len(colours) > 20, "nothing was painted"


def sign_in(stage: Stage, passphrase: str) -> None:
    """Type the name and the passphrase of the demonstration's founder."""
    stage.wait_for("Su nombre")
    stage.picture("signing-in")
    stage.focus("Su nombre")
    stage.write(Story("bo").told("founding", "name"))
    stage.focus("Su contraseña")
    stage.write(passphrase)
    stage.keys("Return")


def kept_in(store: Path) -> dict[str, bytes]:
    """Return the bytes of what a store keeps."""
    return {name: (store / name).read_bytes() for name in ("store.db", "header-a.json", "header-b.json")}


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the next version, whose schema has one table more."""
    sources = copied(tmp_path_factory.mktemp("newer") / "sources")
    become_next_version(sources)
    built(sources, "-c", "from freeze import freeze; from debian import deb; freeze(); deb()")
    (package,) = (sources / "dist").glob("*.deb")
    return package


def test_a_newer_package_keeps_the_stores_and_an_older_program_leaves_them_alone(
    debian: Debian, newer: Path, tmp_path: Path
) -> None:
    debian.install(DEB)
    shutil.rmtree(debian.place(OUT), ignore_errors=True)
    debian.program("demo", "--out", OUT)
    listed = json.loads((debian.place(OUT) / "demo.json").read_text(encoding="utf-8"))

    debian.install(newer)
    assert debian.program("--version").strip() == next_version()
    installed, store = debian.place(f"/usr/lib/{NAME}/{NAME}"), debian.place(STORE)
    with on_stage(tmp_path, program=[str(installed), "--store", str(store)]) as stage:
        sign_in(stage, listed["passphrase"])
        stage.wait_for("Registrar un caso")
        stage.picture("after-the-update")
    (copy,) = store.glob("store-*.db")
    assert re.fullmatch(r"store-\d{4}-\d{8}T\d{6}Z\.db", copy.name)
    assert not copy.read_bytes().startswith(b"SQLite format 3")
    typed = listed["passphrase"] + "\n"
    check = ["store", "check", str(store), "--passphrase-stdin"]
    whole = run(installed, *check, environment=bare(tmp_path / "check"), typed=typed)
    assert whole.returncode == 0, whole.stdout + whole.stderr

    debian.install(DEB)
    renewed = kept_in(store)
    refused = run(installed, *check, "--language", "es", environment=bare(tmp_path / "check"), typed=typed)
    assert refused.returncode == 1
    assert "El almacén es de una versión más nueva del programa" in refused.stdout
    (tmp_path / "older").mkdir()
    with on_stage(tmp_path / "older", program=[str(installed), "--store", str(store)]) as stage:
        sign_in(stage, listed["passphrase"])
        stage.wait_for("Una versión más nueva del programa escribió este despacho")
        stage.picture("an-older-program")
    assert kept_in(store) == renewed
