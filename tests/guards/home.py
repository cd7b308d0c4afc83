"""A home of the tests' own: nothing that they write reaches the person who runs them, nor reads what is theirs."""

import os
import shutil
import tempfile
from pathlib import Path

FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/AppData/Roaming",
    "LOCALAPPDATA": "home/AppData/Local",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_RUNTIME_DIR": "run",
}


def move_in() -> Path:
    """Point every home and XDG variable into a fresh private folder, and return it."""
    root = Path(tempfile.mkdtemp(prefix="justice-desk-tests-"))
    for name, place in FOLDERS.items():
        folder = root / place
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.environ[name] = str(folder)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    return root


def move_out(root: Path) -> None:
    """Remove the folder and all that the tests left in it."""
    shutil.rmtree(root, ignore_errors=True)
