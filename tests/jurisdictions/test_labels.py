import tomllib
from typing import Any

import pytest

from justice_desk.cases.rules import TRAFFICKING
from justice_desk.documents.rules import Kind
from justice_desk.foundations.resources import resource
from justice_desk.jurisdictions.loading import countries, load_profile
from justice_desk.protection.service import REVIEW
from tests.jurisdictions.shown import NOT_SHOWN, SHOWN, enumerations


def test_every_enumeration_of_these_rooms_is_shown_with_words_or_never_shown() -> None:
    assert enumerations() == set(SHOWN.values()) | NOT_SHOWN


@pytest.mark.parametrize("country", countries())
@pytest.mark.parametrize("family", SHOWN)
def test_whatever_a_person_can_see_has_words_in_every_country(country: str, family: str) -> None:
    assert set(load_profile(country).codes(family)) == {value.value for value in SHOWN[family]}


@pytest.mark.parametrize("country", countries())
def test_a_suspicion_of_trafficking_has_words_in_every_country(country: str) -> None:
    profile = load_profile(country)
    assert "Trata" in profile.label("exclusion", TRAFFICKING)
    assert "por_determinar" in profile.codes("exploitation")


@pytest.mark.parametrize("country", countries())
def test_every_deadline_has_words_and_no_words_lack_a_deadline(country: str) -> None:
    profile = load_profile(country)
    assert set(profile.codes("deadline")) == {rule.id for rule in profile.deadlines}
    assert profile.deadline(REVIEW) is not None


@pytest.mark.parametrize("country", countries())
def test_every_kind_of_paper_is_known_and_the_sheet_of_identities_is_secret(country: str) -> None:
    papers = load_profile(country).papers
    assert set(papers) == {kind.value for kind in Kind}
    assert {kind for kind, paper in papers.items() if paper.secret} == {
        kind.value for kind in Kind if kind.holds_identities
    }


@pytest.mark.parametrize("country", countries())
def test_the_scopes_have_words_where_the_country_asks_for_them(country: str) -> None:
    profile = load_profile(country)
    assert profile.codes("scope") == (("personal", "material", "territorial") if profile.asks_scopes else ())


HOURS = {
    "bo": {
        "AVISO_INMEDIATO": (1, "P"),
        "REMISION_ESCRITA": (24, "S"),
        "AVISO_DNA": (24, "P"),
        "ALERTA_DESAPARICION": (0, "P"),
        "ACUSE_RECIBO": (48, "P"),
        "REITERACION": (5 * 24, "P"),
        "SEGUIMIENTO": (20 * 24, "P"),
        "REV_MEDIDA": (15 * 24, "P"),
    },
    "gt": {
        "AVISO_INMEDIATO": (1, "P"),
        "REMISION_ESCRITA": (24, "P"),
        "AVISO_PGN": (24, "P"),
        "ACTIVAR_ERI": (24, "P"),
        "ALERTA_DESAPARICION": (0, "P"),
        "ACUSE_RECIBO": (48, "P"),
        "REITERACION": (5 * 24, "P"),
        "SEGUIMIENTO": (30 * 24, "P"),
        "REV_MEDIDA": (15 * 24, "P"),
    },
}
"""The hours of each deadline, and how sure we are of them."""


@pytest.mark.parametrize("country", HOURS)
def test_the_deadlines_are_as_long_and_as_certain_as_was_decided(country: str) -> None:
    found = {rule.id: (rule.hours, rule.certainty.value) for rule in load_profile(country).deadlines}
    assert found == HOURS[country]


@pytest.mark.parametrize("country", countries())
def test_an_oral_notice_is_met_by_the_prosecutor_and_the_police_and_by_nobody_else(country: str) -> None:
    profile = load_profile(country)
    rule = profile.deadline("AVISO_INMEDIATO")
    assert rule is not None
    told = {office.id for office in profile.institutions if set(office.receives) & set(rule.met_by)}
    assert told == {"bo": {"FE_TRATA", "FELCC_DTTP", "FELCV"}, "gt": {"FSCTP", "PNC_DEIC"}}[country]


def codes_in(raw: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the codes that the fictitious story uses, with the family each belongs to."""
    found = [("channel", raw["case"]["channel"]), ("channel", raw["own_case"]["channel"])]
    found += [("exploitation", code) for code in raw["case"]["exploitation"]]
    for party in raw["parties"]:
        found += [("party_role", party["role"]), ("age_status", party["age"]), ("gender", party["gender"])]
    found += [("point_kind", point["kind"]) for point in raw["session"]["points"]]
    found += [("measure_kind", raw["measure"]["kind"]), ("acceptance", raw["measure"]["acceptance"])]
    return found


@pytest.mark.parametrize("country", countries())
def test_the_fictitious_story_speaks_the_words_of_its_country(country: str) -> None:
    raw = tomllib.loads(resource("demo", f"{country}.toml").read_text(encoding="utf-8"))
    profile = load_profile(country)
    assert all(profile.label(family, code) for family, code in codes_in(raw))
    institutions = {office.id for office in profile.institutions}
    assert {raw["notice"]["institution"], raw["child_notice"]["institution"]} <= institutions
