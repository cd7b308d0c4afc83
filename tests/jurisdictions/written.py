"""Profiles as text: what a person would type, written from what a test has in hand."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from justice_desk.jurisdictions.loading import FILE


def as_toml(raw: Mapping[str, Any]) -> str:
    """Return a table as TOML, one line a key."""
    return "".join(f"{json.dumps(key, ensure_ascii=False)} = {_value(value)}\n" for key, value in raw.items())


def put_profile(root: Path, country: str, raw: Mapping[str, Any]) -> Path:
    """Put a profile where the loader looks for it, and return the root to give it."""
    folder = root / country
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(as_toml(raw), encoding="utf-8")
    return root


def _value(value: Any) -> str:  # noqa: ANN401 - whatever TOML can hold
    if isinstance(value, Mapping):
        inside = (f"{json.dumps(key, ensure_ascii=False)} = {_value(one)}" for key, one in value.items())
        return f"{{ {', '.join(inside)} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(one) for one in value)}]"
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
