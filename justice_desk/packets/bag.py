"""The bag inside a packet: BagIt 1.0 (RFC 8493), written in one form only.

`manifest-sha256.txt` names the hash of every file under `data/`, `tagmanifest-sha256.txt` the hash of the manifest and
of every other file beside it. So a seal over the tag manifest covers everything. Both lists check with
`sha256sum -c` inside the bag.
"""

import re
from collections.abc import Mapping
from datetime import date

from justice_desk.packets.rules import PacketId, PacketRefused, Step

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
BAGIT = "bagit.txt"
BAG_INFO = "bag-info.txt"
READ_ME = "LEAME.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
SEAL = "tagmanifest-sha256.txt.sig"
PAYLOAD = "data/"
TAG_FILES = frozenset({BAGIT, BAG_INFO, READ_ME, MANIFEST})
"""The files beside `data/` that the tag manifest lists; it cannot list itself, nor the seal over it."""
_LINE = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9._/-]+)")


def bag_info(packet: PacketId, made: date, size: int, count: int) -> bytes:
    """Return `bag-info.txt`: the packet's name, its day, and the bytes and number of the files under `data/`."""
    lines = (
        f"Bagging-Date: {made.isoformat()}",
        "Bag-Software-Agent: justice-desk",
        f"External-Identifier: {packet}",
        f"Payload-Oxum: {size}.{count}",
    )
    return ("\n".join(lines) + "\n").encode("ascii")


def manifest(hashes: Mapping[str, str]) -> bytes:
    """Return a list of hashes: one line a file, in the order of the names."""
    return "".join(f"{hashes[name]}  {name}\n" for name in sorted(hashes)).encode("ascii")


def read_manifest(raw: bytes) -> dict[str, str]:
    """Return the names and hashes of a list written by `manifest`.

    Raises:
        PacketRefused: it was written in any other way.
    """
    hashes: dict[str, str] = {}
    for line in raw.decode("ascii", "replace").split("\n")[:-1]:
        if (found := _LINE.fullmatch(line)) is None:
            raise PacketRefused(Step.HASHES, "list of hashes is malformed")
        hashes[found[2]] = found[1]
    if manifest(hashes) != raw:
        raise PacketRefused(Step.HASHES, "list of hashes is not canonical")
    return hashes
