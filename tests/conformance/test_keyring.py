import json
import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.stores import NAMES, PASSPHRASES, DeskAtHand

pytestmark = pytest.mark.conformance

ROOT = Path(__file__).parents[2]
UNLOCK = "printf clave | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1"
PATIENCE = 120


def private(tmp_path: Path) -> dict[str, str]:
    """Return the surroundings of a session of its own: no home, no runtime folder and no key store of a person."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    for name, place in (("HOME", "home"), ("XDG_RUNTIME_DIR", "run"), ("XDG_DATA_HOME", "data")):
        folder = tmp_path / place
        folder.mkdir(mode=0o700)
        kept[name] = str(folder)
    return kept


def told(command: list[str], environment: Mapping[str, str]) -> dict[str, object]:
    ended = subprocess.run(
        command, cwd=ROOT, env=dict(environment), capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert ended.returncode == 0, ended.stderr
    found: dict[str, object] = json.loads(ended.stdout.splitlines()[-1])
    return found


def client(desk: DeskAtHand) -> list[str]:
    desk.vault.close()
    program = [sys.executable, "-m", "tests.conformance.keyring_client", str(desk.folder)]
    return [*program, NAMES["ana"], PASSPHRASES["ana"]]


def test_a_real_key_store_opens_the_desk_until_it_is_turned_off(desk: DeskAtHand, tmp_path: Path) -> None:
    inside = f"{UNLOCK}; exec {shlex.join(client(desk))}"
    found = told(["dbus-run-session", "--", "bash", "-c", inside], private(tmp_path))
    assert found == {"works": True, "length": 43, "on": True, "signed_in": True, "left": True, "refused": True}


def test_where_there_is_no_key_store_the_passphrase_is_the_way_in(desk: DeskAtHand, tmp_path: Path) -> None:
    assert told(client(desk), private(tmp_path)) == {"works": False, "refused": True}
