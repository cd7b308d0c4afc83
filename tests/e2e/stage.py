"""A virtual screen with a window manager, a bus and the program on it: driven by keys and by the accessibility tree."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
EYES = Path(__file__).with_name("eyes.py")
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PATIENCE = 30.0
FROM_SOURCE = (sys.executable, str(ROOT / "app.py"))


class Stage:
    """The program in a real window. `folder` holds its home, its store and the pictures that were taken."""

    def __init__(self, folder: Path, size: str, more: Mapping[str, str], program: Sequence[str]) -> None:
        self.folder = folder
        self.environment = {
            **{key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "QT_QPA_PLATFORM"}},
            "HOME": str(folder / "home"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "XDG_DATA_HOME": str(folder / "home/share"),
            "XDG_CONFIG_HOME": str(folder / "home/config"),
            "XDG_STATE_HOME": str(folder / "home/state"),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
            "LANG": "C.UTF-8",
            **more,
        }
        for place in ("home", "run"):
            (folder / place).mkdir(mode=0o700, exist_ok=True)
        self._ends: list[subprocess.Popen[bytes]] = []
        self.environment["DISPLAY"] = self._open_screen(size)
        self._open_bus()
        self._start("openbox")
        self._start(LAUNCHER, "--launch-immediately")
        self.program = self._start(*program)
        self._eyes = subprocess.Popen(
            [SYSTEM_PYTHON, str(EYES)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=self.environment,
            text=True,
            cwd="/",
        )

    def sign_in(self, name: str, passphrase: str) -> None:
        """Open the desk from its lock page, by keys."""
        self.wait_for("Peligro ahora")
        self.focus("Su nombre")
        self.keys("ctrl+a")
        self.write(name)
        self.focus("Su contraseña")
        self.write(passphrase)
        self.keys("Return")
        self.wait_for("Registrar un caso")

    def press(self, name: str, nth: int = 0) -> None:
        """Press the button, box or choice of this name, as a screen reader would."""
        self._ask({"do": "press", "name": name, "nth": nth})

    def type(self, name: str, text: str, nth: int = 0) -> None:
        """Put a text into the field of this name."""
        self._ask({"do": "type", "name": name, "text": text, "nth": nth})

    def read(self, name: str, nth: int = 0) -> str:
        """Return what a field holds."""
        return str(self._ask({"do": "read", "name": name, "nth": nth}))

    def focus(self, name: str) -> None:
        """Put the cursor into a field."""
        self._ask({"do": "focus", "name": name, "nth": 0})

    def seen(self) -> str:
        """Return everything that a screen reader can read now."""
        return "\n".join(f"{name} {text}" for _, name, text in self._ask({"do": "see"}))

    def wait_for(self, words: str) -> str:
        """Wait until these words can be read, and return everything that can."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if words in (seen := self.seen()):
                return seen
            time.sleep(0.2)
        self.picture("waited-in-vain")
        raise AssertionError(f"{words!r} never came; there is:\n{self.seen()}")

    def keys(self, *keys: str) -> None:
        """Press keys as a hand would (`ctrl+l`, `alt+2`, `Return`)."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], env=self.environment, check=True)

    def write(self, text: str) -> None:
        """Type a text, key by key."""
        subprocess.run(["xdotool", "type", "--delay", "8", text], env=self.environment, check=True)

    def picture(self, name: str) -> Path:
        """Take a picture of the whole screen."""
        path = self.folder / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)
        return path

    def close(self) -> None:
        """End everything."""
        self._eyes.kill()
        self._eyes.communicate()
        for process in reversed(self._ends):
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()
            process.wait()
        with contextlib.suppress(ProcessLookupError, ValueError):
            os.kill(int(self.environment["DBUS_SESSION_BUS_PID"]), signal.SIGTERM)

    def _ask(self, request: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON
        assert self._eyes.stdin is not None
        assert self._eyes.stdout is not None
        self._eyes.stdin.write(json.dumps(request) + "\n")
        self._eyes.stdin.flush()
        said = json.loads(self._eyes.stdout.readline())
        if "fault" in said:
            self.picture("fault")
            raise AssertionError(f"{request}: {said['fault']}")
        return said["ok"]

    def _start(self, *command: str, keeping: Sequence[int] = ()) -> "subprocess.Popen[bytes]":
        log = (self.folder / f"{Path(command[0]).name}.log").open("wb")
        process = subprocess.Popen(
            command, env=self.environment, stdout=log, stderr=log, cwd=self.folder, pass_fds=keeping
        )
        log.close()
        self._ends.append(process)
        return process

    def _open_screen(self, size: str) -> str:
        """Return a screen that nobody else has, once it answers: X chooses its number and tells when it is ready.

        It stays as it is when its first client goes: the bus looks at it and leaves, and what comes during a reset
        (the window manager) is turned away.
        """
        ready, told = os.pipe()
        options = ("-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset")
        self._start("Xvfb", "-displayfd", str(told), *options, keeping=(told,))
        os.close(told)
        with os.fdopen(ready, encoding="ascii") as answer:
            number = answer.readline().strip()
        assert number, "no virtual screen"
        return f":{number}"

    def _open_bus(self) -> None:
        launched = subprocess.run(
            ["dbus-launch"], env=self.environment, capture_output=True, text=True, check=True
        ).stdout
        self.environment |= dict(line.split("=", 1) for line in launched.splitlines() if "=" in line)


@contextlib.contextmanager
def on_stage(
    folder: Path,
    size: str = "1366x768",
    more: Mapping[str, str] | None = None,
    program: Sequence[str] = FROM_SOURCE,
) -> Iterator[Stage]:
    """Open the program on a virtual screen, with `more` in its environment, and end everything afterwards."""
    missing = [tool for tool in ("Xvfb", "openbox", "xdotool", "import", "dbus-launch") if shutil.which(tool) is None]
    assert not missing, f"make e2e installs {missing}"
    stage = Stage(folder, size, more or {}, program)
    try:
        yield stage
    finally:
        stage.close()
