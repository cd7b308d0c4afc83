"""A third country, small and plainly fictitious: it stands in no folder of the program and needs none of its code."""

import json
from typing import Any

from justice_desk.jurisdictions.rules import Profile
from tests.jurisdictions.shown import SHOWN

THIRD = "xx"


def third_country() -> dict[str, Any]:
    """Return the profile of a country with one deadline of each kind of fact, as it would be typed."""
    labels = {family: [_label(value.value) for value in values] for family, values in SHOWN.items()}
    labels["exploitation"] = [_label("explotacion_inventada")]
    labels["exclusion"] = [_label("trafficking"), _label("otra_exclusion")]
    labels["deadline"] = [_label("AVISO"), _label("NINEZ"), _label("PAPEL")]
    return {
        "version": "1",
        "name": "Tercera Ficticia",
        "timezone": "Asia/Kathmandu",
        "number_prefix": "XX",
        "paper_size": "a4",
        "asks_scopes": False,
        "titles": ["Mayor"],
        "languages": ["lengua inventada"],
        "labels": labels,
        "htcds": {"explotacion_inventada": ["Other"]},
        "deadlines": [
            _deadline("AVISO", "known", 2, ["fiscalia"]),
            _deadline("NINEZ", "child", 30, ["ninez"]),
            _deadline("PAPEL", "known", 40, ["despacho"]),
        ],
        "papers": {
            kind: {"code": f"XX-{place}", "title": kind, "secret": kind == "hoja_reservada"}
            for place, kind in enumerate(("acta", "oficio", "hoja_reservada"))
        },
        "institutions": [
            {"id": "FISCALIA", "name": "Fiscalía ficticia", "receives": ["fiscalia"]},
            {"id": "NINEZ", "name": "Niñez ficticia", "receives": ["ninez"]},
        ],
        "law": {"L1": {"law": "Ley ficticia", "article": "1", "gist": "-", "certainty": "V", "confirmed_by": ""}},
    }


def as_written(profile: Profile) -> dict[str, Any]:
    """Return a profile as it would be typed: what a test changes a copy of."""
    raw: dict[str, Any] = json.loads(json.dumps(profile.to_json()))
    del raw["id"]
    return raw


def _label(code: str) -> dict[str, str]:
    return {"code": code, "es": f"{code} (es)", "en": f"{code} (en)"}


def _deadline(kind: str, trigger: str, hours: int, met_by: list[str]) -> dict[str, Any]:
    severity, certainty = "high", "P"
    return {
        "id": kind,
        "trigger": trigger,
        "hours": hours,
        "met_by": met_by,
        "severity": severity,
        "certainty": certainty,
        "sources": ["L1"],
    }
