"""What every test stands on: no screen, no network, a home of its own, and no warning that nobody reads.

The environment is set when this file is loaded, before anything can import Qt or the keyring.
"""

import logging
import os
from collections.abc import Iterator

import pytest
import pytest_socket
from hypothesis import HealthCheck, settings

from tests.guards import home, network

pytest_plugins = ["tests.stores"]

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("QT_STYLE_OVERRIDE", None)
os.environ.pop("QT_SCALE_FACTOR", None)
PRIVATE_ROOT = home.move_in()
network.put_up()
network.put_up_in_children()

settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.register_profile(
    "explore", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


def pytest_runtest_setup() -> None:
    """Refuse even to make a socket that could leave the machine."""
    pytest_socket.disable_socket(allow_unix_socket=True)


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    home.move_out(PRIVATE_ROOT)


@pytest.fixture(autouse=True)
def no_unread_warning(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning or worse; one that provokes it reads it, then calls `caplog.clear()`."""
    yield
    unread = [
        f"{record.name}: {record.levelname}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    if unread:
        pytest.fail("logged and not read:\n" + "\n".join(unread))
