import logging
import os
import socket
import subprocess
import sys
import textwrap
import urllib.request
from pathlib import Path

import keyring
import keyring.errors
import pytest
import pytest_socket
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.guards.network import NetworkReached
from ui.places import log_file, screen_choices, usual_store

DOCUMENTATION_ADDRESS = "192.0.2.1"
"""Reserved for examples (RFC 5737): nobody answers there, should the guard ever fall."""


def run_python(source: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(source)], capture_output=True, text=True, check=False, timeout=60
    )


def test_a_socket_that_could_leave_the_machine_cannot_be_made() -> None:
    with pytest.raises(pytest_socket.SocketBlockedError):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)


def test_a_name_cannot_be_looked_up() -> None:
    with pytest.raises((NetworkReached, pytest_socket.SocketBlockedError)):
        socket.getaddrinfo("example.org", 443)


def test_a_web_address_cannot_be_opened() -> None:
    with pytest.raises((NetworkReached, pytest_socket.SocketBlockedError)):
        urllib.request.urlopen(f"http://{DOCUMENTATION_ADDRESS}/", timeout=1)


def test_the_guard_stands_even_where_the_socket_class_is_the_real_one() -> None:
    pytest_socket.enable_socket()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as channel, pytest.raises(NetworkReached):
        channel.sendto(b"out", (DOCUMENTATION_ADDRESS, 9))
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as channel, pytest.raises(NetworkReached):
        channel.connect((DOCUMENTATION_ADDRESS, 9))


def test_a_local_socket_stays_open(tmp_path: Path) -> None:
    place = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(place)
        server.listen()
        client.connect(place)
        answerer, _ = server.accept()
        with answerer:
            answerer.sendall(b"here")
        assert client.recv(4) == b"here"


def test_a_program_that_a_test_starts_is_guarded_too() -> None:
    ended = run_python(f"""
        import socket
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"out", ({DOCUMENTATION_ADDRESS!r}, 9))
    """)
    assert ended.returncode == 1
    assert "NetworkReached" in ended.stderr


def test_a_warning_that_nobody_reads_fails_its_test(pytester_run: "Judge") -> None:
    outcome = pytester_run("import logging\ndef test_it() -> None:\n    logging.getLogger('x').warning('unread')\n")
    assert outcome.returncode == 1
    assert "logged and not read" in outcome.stdout


def test_a_warning_that_is_read_and_cleared_passes(pytester_run: "Judge") -> None:
    outcome = pytester_run(
        "import logging\n"
        "def test_it(caplog) -> None:\n"
        "    logging.getLogger('x').warning('read')\n"
        "    assert 'read' in caplog.text\n"
        "    caplog.clear()\n"
    )
    assert outcome.returncode == 0, outcome.stdout


def test_reading_a_warning_clears_it(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("justice_desk.example").warning("provoked")
    assert "provoked" in caplog.text
    caplog.clear()


def test_windows_are_drawn_without_a_screen(qtbot: QtBot) -> None:
    assert qtbot is not None
    assert QGuiApplication.platformName() == "offscreen"


def test_the_home_is_private_and_empty_of_the_persons_own_files() -> None:
    private = Path(os.environ["HOME"])
    assert private.parent.name.startswith("justice-desk-tests-")
    for place in (usual_store(), screen_choices(), log_file()):
        assert place.is_relative_to(private)


def test_no_test_reaches_the_persons_keyring() -> None:
    with pytest.raises(keyring.errors.NoKeyringError):
        keyring.get_password("justice-desk", "anyone")


class Judge:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, source: str) -> subprocess.CompletedProcess[str]:
        root = Path(__file__).parents[1]
        test = self.folder / "test_judged.py"
        test.write_text(source)
        command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-p", "no:cacheprovider"]
        command += ["--rootdir", str(self.folder), str(test)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), os.environ["PYTHONPATH"]])}
        return subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=120, cwd=self.folder, env=environment
        )


@pytest.fixture
def pytester_run(tmp_path: Path) -> Judge:
    return Judge(tmp_path)
