"""The JSON Schemas that say what the files of a packet may hold; what they do not name is refused.

Draft 2020-12. Patterns are matched against the whole text: Python's `$` would let a line end slip in behind it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from justice_desk.foundations.canonical import Json, canonical
from justice_desk.foundations.resources import resource
from justice_desk.packets.rules import PacketRefused, PlanRefused, Step
from justice_desk.packets.strict_json import read_json

FOLDER = "packet"
REMISSION = "remision-1.schema.json"
CUSTODY = "custodia-1.schema.json"
IDENTITIES = "identidades-1.schema.json"
HTCDS = "htcds-abierto-1.schema.json"


@dataclass(frozen=True)
class SchemaFault:
    """Where a value departs from its schema ("documents/0/doc_title"), and the rule that it breaks ("pattern")."""

    path: str
    rule: str


def schema_fault(value: Json, schema: str) -> SchemaFault | None:
    """Return the first departure of `value` from the schema of this name, None without one. It quotes no content."""
    error = next(_validator(schema).iter_errors(value), None)
    if error is None:
        return None
    return SchemaFault("/".join(str(part) for part in error.absolute_path), str(error.validator))


def checked_json(value: Json, schema: str) -> bytes:
    """Return `value` as canonical JSON that our own reader will take.

    Raises:
        PlanRefused: it has no canonical form, is too large, or is not of the schema; says where.
    """
    try:
        raw = canonical(value)
        read = read_json(raw)
    except (TypeError, ValueError) as fault:
        raise PlanRefused(schema, "no canonical form") from fault
    except PacketRefused as fault:
        raise PlanRefused(schema, fault.reason) from fault
    if (departure := schema_fault(read, schema)) is not None:
        raise PlanRefused(departure.path, departure.rule)
    return raw


def read_checked(raw: bytes, schema: str) -> Json:
    """Return what a stranger's JSON file of this schema holds.

    Raises:
        PacketRefused: it is not strict JSON, or not of the schema; says where.
    """
    value = read_json(raw)
    if (departure := schema_fault(value, schema)) is not None:
        raise PacketRefused(Step.SCHEMA, f"{departure.path}: {departure.rule}")
    return value


@cache
def _validator(schema: str) -> Validator:
    others = Registry().with_resource(HTCDS, DRAFT202012.create_resource(_read(HTCDS)))
    kind: type[Validator] = extend(  # type: ignore[no-untyped-call]  # the stubs leave `extend` bare
        Draft202012Validator, {"pattern": _whole_pattern}
    )
    return kind(_read(schema), registry=others)


@cache
def _read(schema: str) -> Mapping[str, Any]:
    content: dict[str, Any] = json.loads(resource(FOLDER, schema).read_bytes())
    # A schema that names its draft is judged by that draft's own validator, which would forget our rule for patterns.
    del content["$schema"]
    return content


def _whole_pattern(_: Validator, pattern: str, instance: object, __: object) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not re.fullmatch(pattern, instance):
        yield ValidationError("does not match")
