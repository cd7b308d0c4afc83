"""The manifest of a backup: canonical JSON with the hash of every file, sealed by a key that only the store has.

    {"format": "justice-desk-backup", "version": 1, "store": …, "backup": …, "made_at": …, "files": [{"name", "size",
    "sha256"} …], "attachments": […], "sealed": …, "mac": …}

`mac` is HMAC-SHA256 over the canonical form of everything else. `sealed` (base 64) is what the database holds,
encrypted: how many cases a desk has is nobody's business who finds its drive. No name stands in it.
"""

import hmac
import json
import re
from base64 import b64decode, b64encode
from datetime import UTC, datetime
from typing import Any

from justice_desk.backups.rules import BACKUP_ID, BackupDamaged, BackupNotOurs, Contents, Manifest, Sum
from justice_desk.foundations.canonical import Json, canonical
from justice_desk.foundations.json_parts import count_in, text_like
from justice_desk.vault.errors import StoreNewer
from justice_desk.vault.keys import BoxRefused, lock_box, open_box, subkey

NAME = "manifest.json"
LARGEST = 64 << 20
FORMAT = "justice-desk-backup"
VERSION = 1
_PLAIN_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,127}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}(\.[0-9]{1,6})?\+00:00")
_STORE = re.compile(r"[0-9A-Za-z-]{1,64}")


def seal_contents(store: str, backup: str, contents: Contents, key: bytes) -> bytes:
    """Return what the database holds, readable only with the store's key and only in this backup."""
    rows: Json = dict(contents.rows)
    told = {
        "desk": contents.desk,
        "schema": contents.schema,
        "rows": rows,
        "size": contents.size,
        "head": contents.head,
    }
    return lock_box(subkey(key, "contents"), canonical(told), _label(store, backup))


def open_contents(manifest: Manifest, key: bytes) -> Contents:
    """Return what the database holds.

    Raises:
        BackupNotOurs: another key.
    """
    try:
        raw = json.loads(open_box(subkey(key, "contents"), manifest.sealed, _label(manifest.store, manifest.backup)))
    except BoxRefused as fault:
        raise BackupNotOurs from fault
    return Contents(raw["desk"], raw["schema"], raw["rows"], raw["size"], raw["head"])


def written(manifest: Manifest, key: bytes) -> bytes:
    """Return the manifest as it is written, with its seal."""
    body = _to_json(manifest)
    return canonical({**body, "mac": _mac(body, key)})


def read(raw: bytes) -> Manifest:
    """Return what a manifest says. It is believed once `require_ours` has been asked.

    Raises:
        BackupDamaged: it is none.
        StoreNewer: a newer program made the backup.
    """
    content = _object(raw)
    version = content.get("version")
    if content.get("format") == FORMAT and type(version) is int and version > VERSION:
        raise StoreNewer(str(version))
    try:
        if (content["format"], version) != (FORMAT, VERSION):
            raise BackupDamaged(NAME)
        return Manifest(
            store=text_like(content["store"], _STORE),
            backup=text_like(content["backup"], BACKUP_ID),
            made_at=datetime.fromisoformat(text_like(content["made_at"], _MOMENT)),
            files=_sums(content["files"]),
            attachments=_sums(content["attachments"]),
            sealed=b64decode(content["sealed"], validate=True),
        )
    except (KeyError, TypeError, ValueError) as fault:
        raise BackupDamaged(NAME) from fault


def require_ours(raw: bytes, key: bytes) -> Manifest:
    """Return a manifest that somebody wrote who held the store's key.

    Raises:
        BackupNotOurs: its seal is another.
        BackupDamaged: it is no manifest.
        StoreNewer: a newer program made the backup.
    """
    manifest = read(raw)
    mac = str(_object(raw).get("mac")).encode("utf-8", "surrogatepass")
    if not hmac.compare_digest(mac, _mac(_to_json(manifest), key).encode()):
        raise BackupNotOurs
    return manifest


def _to_json(manifest: Manifest) -> dict[str, Json]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "store": manifest.store,
        "backup": manifest.backup,
        "made_at": manifest.made_at.astimezone(UTC).isoformat(),
        "files": [_sum(one) for one in manifest.files],
        "attachments": [_sum(one) for one in manifest.attachments],
        "sealed": b64encode(manifest.sealed).decode(),
    }


def _sum(one: Sum) -> Json:
    return {"name": one.name, "size": one.size, "sha256": one.sha256}


def _sum_from(raw: Any) -> Sum:  # noqa: ANN401 - JSON
    return Sum(text_like(raw["name"], _PLAIN_NAME), count_in(raw["size"]), text_like(raw["sha256"], _DIGEST))


def _sums(raw: Any) -> tuple[Sum, ...]:  # noqa: ANN401 - JSON
    if not isinstance(raw, list):
        raise TypeError("files stand in a list")
    sums = tuple(_sum_from(one) for one in raw)
    if len({one.name for one in sums}) != len(sums):
        raise ValueError("a file stands there twice")
    return sums


def _mac(body: dict[str, Json], key: bytes) -> str:
    return hmac.new(key, canonical(body), "sha256").hexdigest()


def _object(raw: bytes) -> dict[str, Any]:
    try:
        content = json.loads(raw) if len(raw) <= LARGEST else None
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _label(store: str, backup: str) -> Json:
    return {"store": store, "kind": "backup", "backup": backup}
