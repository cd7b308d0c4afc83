"""The network guard: while it stands, no socket of this process can leave the machine.

It listens to Python's audit events, so it also hears the C modules that open sockets without the `socket` class.
Local sockets (AF_UNIX) stay open: displays, D-Bus and worker processes need them. A process that a test starts
is guarded too, because `tests/guards/site` goes first on its PYTHONPATH.
"""

import os
import socket
import sys
from pathlib import Path

SITE = Path(__file__).with_name("site")
"""The folder whose `sitecustomize.py` puts the guard up in every Python that a test starts."""

CONTACTS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"})
LOOKUPS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"})


class NetworkReached(Exception):
    """Something tried to leave the machine, which this program never does."""


_standing: list[bool] = []


def put_up() -> None:
    """Forbid the network to this process, for as long as it lives (an audit hook cannot be taken down)."""
    if not _standing:
        _standing.append(True)
        sys.addaudithook(_listen)


def put_up_in_children() -> None:
    """Make every Python that this process starts put up the guard before anything else."""
    paths = [str(SITE), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    os.environ["PYTHONPATH"] = os.pathsep.join(dict.fromkeys(paths))


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    if event in LOOKUPS:
        raise NetworkReached(event)
    if event in CONTACTS and isinstance(arguments[0], socket.socket) and not _is_local(arguments[0]):
        raise NetworkReached(event)


def _is_local(channel: socket.socket) -> bool:
    return channel.family == getattr(socket, "AF_UNIX", None)
