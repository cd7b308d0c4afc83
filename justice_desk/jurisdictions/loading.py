"""Reading the profiles that travel with the program: one folder a country, and a clear fact where one is broken."""

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.exceptions import best_match

from justice_desk.foundations.resources import resource
from justice_desk.jurisdictions.rules import ACTS, Profile, ProfileBroken

FILE = "profile.toml"
SCHEMA = "profile.schema.json"


def countries(root: Path | None = None) -> tuple[str, ...]:
    """Return the countries that the program knows, by their folder's name (ISO 3166-1, lower case)."""
    folder = root or resource("profiles")
    return tuple(sorted(place.name for place in folder.iterdir() if (place / FILE).exists()))


def load_profile(country: str, root: Path | None = None) -> Profile:
    """Return a country's profile.

    Raises:
        ProfileBroken: names the file, the place in it, and what belongs there.
    """
    path = (root or resource("profiles")) / country / FILE
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise ProfileBroken(str(path), "", "a file that can be read") from fault
    except ValueError as fault:  # not TOML, not UTF-8, or a number of thousands of figures
        raise ProfileBroken(str(path), str(fault), "TOML in UTF-8") from fault
    if (worst := best_match(_validator().iter_errors(raw))) is not None:
        raise ProfileBroken(str(path), *_place_and_fix(worst))
    for place, fix in _contradictions(raw):
        raise ProfileBroken(str(path), place, fix)
    return Profile.from_json({**raw, "id": country})


def _place_and_fix(worst: ValidationError) -> tuple[str, str]:
    place = worst.json_path.removeprefix("$")
    schema: Any = worst.schema
    found: Any = worst.instance
    if worst.validator == "required":
        missing = next(key for key in schema["required"] if key not in found)
        place, schema = f"{place}.{missing}", _schema_of(missing, schema)
    elif worst.validator == "additionalProperties":
        place = f"{place}.{next(key for key in found if key not in schema['properties'])}"
    return place.lstrip("."), schema["description"]


def _schema_of(key: str, schema: Any) -> Any:  # noqa: ANN401 - a part of a JSON schema
    found = schema["properties"].get(key) if "properties" in schema else None
    return found or schema["additionalProperties"]


def _contradictions(raw: dict[str, Any]) -> Iterator[tuple[str, str]]:
    try:
        ZoneInfo(raw["timezone"])
    except (OSError, ValueError, ZoneInfoNotFoundError):  # OSError: the name of a folder of zones
        yield "timezone", "a zone of the IANA time zone database"
    for family, labels in raw["labels"].items():
        if _repeat([label["code"] for label in labels]):
            yield f"labels.{family}", "each code once"
    for part in ("deadlines", "institutions"):
        if _repeat([one["id"] for one in raw[part]]):
            yield part, "each id once"
    yield from _loose_deadlines(raw)
    for label in raw["labels"]["exploitation"]:
        if label["code"] not in raw["htcds"]:
            yield f"htcds.{label['code']}", "its HTCDS 2.0 types"


def _loose_deadlines(raw: dict[str, Any]) -> Iterator[tuple[str, str]]:
    named = {label["code"] for label in raw["labels"]["deadline"]}
    meeting = ACTS.union(*(office["receives"] for office in raw["institutions"]))
    for place, rule in enumerate(raw["deadlines"]):
        if rule["id"] not in named:
            yield f"labels.deadline.{rule['id']}", "a label for this deadline"
        for source in rule["sources"]:
            if source not in raw["law"]:
                yield f"deadlines[{place}].sources", f"a reference under [law], not {source}"
        for what in rule["met_by"]:
            if what not in meeting:
                yield f"deadlines[{place}].met_by", f"what an institution receives, or an act, not {what}"


def _repeat(codes: list[str]) -> bool:
    return len(codes) != len(set(codes))


@cache
def _validator() -> Draft202012Validator:
    schema = json.loads(resource("profiles", SCHEMA).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)
