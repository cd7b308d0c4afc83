import copy
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from justice_desk.foundations.canonical import Json, canonical
from justice_desk.foundations.resources import resource
from justice_desk.packets.remission import CUSTODY_FILE, REMISSION_FILE
from justice_desk.packets.rules import Kind, Level, PacketRefused, PlanRefused, Step
from justice_desk.packets.schemas import (
    CUSTODY,
    FOLDER,
    HTCDS,
    IDENTITIES,
    REMISSION,
    SchemaFault,
    checked_json,
    read_checked,
    schema_fault,
)
from tests.packets.making import NO_CASE

LONGEST = {"persons": 500, "documents": 4900}


def schema(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(resource(FOLDER, name).read_bytes())
    return read


def objects(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - JSON
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [value] if isinstance(value, dict) and value.get("type") == "object" else []
    return own + [found for part in below for found in objects(part)]


@pytest.mark.parametrize("name", [REMISSION, CUSTODY, IDENTITIES, HTCDS])
def test_a_schema_is_one_and_takes_no_key_that_it_does_not_name(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    found = objects(schema(name))
    assert found
    assert all(one["additionalProperties"] is False for one in found)


def test_the_schema_and_the_rules_name_the_same_kinds_and_levels() -> None:
    properties = schema(REMISSION)["properties"]
    assert properties["kind"]["enum"] == [kind.value for kind in Kind]
    assert properties["sensitivity"]["enum"] == [level.value for level in Level]


def test_every_plain_key_has_a_name_in_the_context() -> None:
    context = schema("contexto.json")["@context"]
    keys = {key for one in objects(schema(REMISSION)) for key in one["properties"]}
    assert keys - {"@context"} <= context.keys()


def test_sizes_in_bytes_do_not_pose_as_niem_s_kilobytes() -> None:
    context = schema("contexto.json")["@context"]
    assert "nc:BinarySizeValue" not in context.values()
    assert context["bytes"] == "jd:bytes"


@pytest.mark.parametrize(
    ("path", "value", "rule"),
    [
        ("surprise", 1, "additionalProperties"),
        ("packet_id", "JD-aaaabbbbcccc2\n", "pattern"),
        ("packet_id", "JD-AAAABBBBCCCC2", "pattern"),
        ("packet_id", 7, "type"),
        ("kind", "declinatoria", "enum"),
        ("sequence", 0, "minimum"),
        ("sequence", True, "type"),
        ("created", "2026-11-20T15:04:00Z", "pattern"),
        ("created", "２026-11-20T15:04:00-04:00", "pattern"),
        ("nonce", "00", "pattern"),
        ("to", [], "minItems"),
        ("schema", "urn:justice-desk:remision:2", "const"),
        ("from/code", "BO 1", "pattern"),
        ("from/seal_key", "ssh-rsa AAAA", "pattern"),
        ("documents/0/doc_title", "uno\ndos", "pattern"),
        ("documents/0/doc_title", "\u202efdp.exe", "pattern"),
        ("documents/0/doc_title", "", "minLength"),
        ("documents/0/file", "data/../x", "pattern"),
        ("documents/0/bytes", -1, "minimum"),
        ("documents/0/extra", 1, "additionalProperties"),
        ("annexes/0/file", "data/anexos/V-01.age", "pattern"),
        ("htcds/persons", [{"id": "V-01", "prs_FirstName": "Nombre"}], "additionalProperties"),
        ("htcds/persons", [{"id": "V-01", "prs_Birthdate": "2010-01-01"}], "additionalProperties"),
        ("htcds/persons", [{"id": "Nombre Ficticio"}], "pattern"),
        ("htcds/cases", [], "minItems"),
        ("htcds/cases/0/cas_Status", "Abierto", "enum"),
        ("htcds/cases/0/ext_x\n", "x", "pattern"),
    ],
)
def test_what_a_remission_may_not_say_is_found(
    honest_files: dict[str, bytes], path: str, value: object, rule: str
) -> None:
    changed = json.loads(honest_files[REMISSION_FILE])
    place = changed
    *parents, last = path.split("/")
    for key in parents:
        place = place[int(key) if key.isdecimal() else key]
    place[last] = value
    fault = schema_fault(changed, REMISSION)
    assert fault is not None
    assert fault.rule == rule


def test_every_key_of_a_remission_is_needed(honest_files: dict[str, bytes]) -> None:
    honest = json.loads(honest_files[REMISSION_FILE])
    assert schema_fault(honest, REMISSION) is None
    for key in honest:
        changed = copy.deepcopy(honest)
        del changed[key]
        assert schema_fault(changed, REMISSION) == SchemaFault("", "required")


def test_a_fault_quotes_no_content(honest_files: dict[str, bytes]) -> None:
    changed = json.loads(honest_files[REMISSION_FILE])
    changed["documents"][0]["doc_title"] = "Nombre Ficticio\n"
    fault = schema_fault(changed, REMISSION)
    assert fault == SchemaFault("documents/0/doc_title", "pattern")


def test_the_htcds_vocabulary_keeps_its_traps() -> None:
    properties = schema(HTCDS)["properties"]
    victims = properties["victims"]["items"]["properties"]
    assert "DebtBondage" in victims["vic_MethodsOfControl"]["items"]["enum"]
    assert "Unaquainted" in victims["vic_RelationshipToTrafficker"]["enum"]
    assert "RestrictsMovement" not in victims["vic_MethodsOfControl"]["items"]["enum"]
    forbidden = ("Name", "Birthdate", "IdentityNumber", "Phone", "Email", "Street", "Details", "Comment", "Worker")
    fields = {field for table in properties.values() for field in table.get("items", {}).get("properties", {})}
    assert {field for field in fields if any(word in field for word in forbidden)} == {"org_Name"}


def test_a_case_in_htcds_words_is_taken() -> None:
    told: dict[str, Json] = {
        **NO_CASE,
        "victims": [
            {
                "id": "v1",
                "case_id": "c1",
                "person_id": "V-01",
                "vic_TypeOfExploitation": ["ForcedLabour"],
                "ext_control": ["RestrictsMovement"],
                "ext_estimated": True,
            }
        ],
    }
    assert schema_fault(told, HTCDS) is None


@pytest.mark.parametrize(
    "value",
    [
        {"persons": 1.5},
        {"persons": "\ud800"},
        {"persons": {1, 2}},
        {"persons": ["x" * (2 << 20)]},
        {"persons": [[[]] * 99_999]},
    ],
)
def test_what_has_no_canonical_form_is_not_written(value: Any) -> None:  # noqa: ANN401 - not even JSON
    with pytest.raises(PlanRefused) as refused:
        checked_json(value, IDENTITIES)
    assert refused.value.field == IDENTITIES


def test_what_is_written_is_what_is_read() -> None:
    value = {"schema": "urn:justice-desk:identidades:1", "packet_id": "JD-aaaabbbbcccc2", "persons": []}
    assert read_checked(checked_json(value, IDENTITIES), IDENTITIES) == value


def test_a_stranger_s_file_of_another_schema_is_refused(honest_files: dict[str, bytes]) -> None:
    with pytest.raises(PacketRefused) as refused:
        read_checked(honest_files[CUSTODY_FILE], REMISSION)
    assert refused.value.step is Step.SCHEMA


def test_the_largest_packet_s_list_is_read(honest_files: dict[str, bytes]) -> None:
    value = json.loads(honest_files[REMISSION_FILE])
    document = value["documents"][0]
    value["documents"] = [{**document, "file": f"data/docs/{n:05}.pdf"} for n in range(LONGEST["documents"])]
    assert schema_fault(json.loads(canonical(value)), REMISSION) is None
    assert read_checked(canonical(value), REMISSION) == value
