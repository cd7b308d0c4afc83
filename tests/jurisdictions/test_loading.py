import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from justice_desk.foundations.canonical import canonical
from justice_desk.jurisdictions.loading import FILE, countries, load_profile
from justice_desk.jurisdictions.rules import CodeUnknown, Profile, ProfileBroken
from tests.jurisdictions.third import THIRD, as_written, third_country
from tests.jurisdictions.written import as_toml, put_profile

Raw = dict[str, Any]


def broken(root: Path, raw: Raw) -> ProfileBroken:
    with pytest.raises(ProfileBroken) as caught:
        load_profile(THIRD, put_profile(root, THIRD, raw))
    assert caught.value.file == str(root / THIRD / FILE)
    return caught.value


def test_the_program_brings_bolivia_and_guatemala() -> None:
    assert countries() == ("bo", "gt")
    assert load_profile("bo").timezone == "America/La_Paz"
    assert load_profile("gt").timezone == "America/Guatemala"


def test_a_country_is_a_folder_with_a_profile_in_it(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "loose.txt").write_text("no country")
    put_profile(tmp_path, THIRD, third_country())
    assert countries(tmp_path) == (THIRD,)
    assert load_profile(THIRD, tmp_path).name == "Tercera Ficticia"


@pytest.mark.parametrize("country", countries())
def test_what_is_kept_of_a_profile_is_the_profile(country: str) -> None:
    profile = load_profile(country)
    assert Profile.from_json(json.loads(canonical(profile.to_json()))) == profile


@pytest.mark.parametrize("country", countries())
def test_a_profile_can_be_written_and_read_again(country: str, tmp_path: Path) -> None:
    profile = load_profile(country)
    assert load_profile(country, put_profile(tmp_path, country, as_written(profile))) == profile


@pytest.mark.parametrize("country", countries())
def test_no_law_is_printed_before_somebody_confirmed_it(country: str) -> None:
    assert [key for key, cited in load_profile(country).law.items() if cited.printable] == []


def test_a_law_is_printed_once_a_name_stands_beside_it(tmp_path: Path) -> None:
    raw = third_country()
    raw["law"]["L1"]["confirmed_by"] = "Abogada Ficticia"
    raw["law"]["L2"] = {**raw["law"]["L1"], "confirmed_by": "  "}
    law = load_profile(THIRD, put_profile(tmp_path, THIRD, raw)).law
    assert law["L1"].printable
    assert not law["L2"].printable


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProfileBroken) as caught:
        load_profile("nowhere", tmp_path)
    assert caught.value.file.endswith("profile.toml")
    assert caught.value.fix == "a file that can be read"


@pytest.mark.parametrize("content", [b"\xff\xfe not UTF-8", b"name = ", b"hours = " + b"9" * 5000])
def test_what_is_no_toml_is_told_where(tmp_path: Path, content: bytes) -> None:
    (tmp_path / THIRD).mkdir()
    (tmp_path / THIRD / FILE).write_bytes(content)
    with pytest.raises(ProfileBroken) as caught:
        load_profile(THIRD, tmp_path)
    assert caught.value.fix == "TOML in UTF-8"
    assert caught.value.place


def change(raw: Raw, path: str, value: object) -> Raw:
    """Put a value at a dotted path, or take away what is there (value `...`)."""
    *way, last = path.split(".")
    found: Any = raw
    for step in way:
        found = found[int(step) if isinstance(found, list) else step]
    place: int | str = int(last) if isinstance(found, list) else last
    if value is ...:
        del found[place]
    else:
        found[place] = value
    return raw


BROKEN: list[tuple[str, object, str, str]] = [
    ("version", ..., "version", "a text that is not empty"),
    ("labels.stage", ..., "labels.stage", "a list of labels"),
    ("labels.exclusion", ..., "labels.exclusion", "one of them for trafficking"),
    ("papers.acta", ..., "papers.acta", "a paper: code, title, secret"),
    ("papers.acta.title", ..., "papers.acta.title", "a text that is not empty"),
    ("deadlines.1.hours", ..., "deadlines[1].hours", "whole hours, 0 for at once"),
    ("unheard_of", 1, "unheard_of", "a table with every part of a profile"),
    ("deadlines.0.colour", "red", "deadlines[0].colour", "a deadline: id, trigger"),
    ("name", "   ", "name", "a text that is not empty"),
    ("name", date(2026, 1, 2), "name", "a text that is not empty"),
    ("number_prefix", "jioc", "number_prefix", "capital letters in groups"),
    ("number_prefix", "XX\n", "number_prefix", "capital letters in groups"),
    ("paper_size", "legal", "paper_size", "one of carta, oficio, a4"),
    ("asks_scopes", "no", "asks_scopes", "true or false"),
    ("titles", "Mayor", "titles", "a list of texts"),
    ("labels.stage.0.code", "dos palabras", "labels.stage[0].code", "letters, figures and _"),
    ("labels.stage.0.es", "", "labels.stage[0].es", "a text that is not empty"),
    ("labels.dos palabras", [], "labels", "a name of letters, figures and _"),
    ("labels.exclusion.0.code", "trata", "labels.exclusion", "one of them for trafficking"),
    ("labels.exclusion.1.code", "trafficking", "labels.exclusion", "each code once"),
    ("labels.deadline.0.code", "OTRO", "labels.deadline.AVISO", "a label for this deadline"),
    ("htcds.explotacion_inventada", ["Unheard"], "htcds.explotacion_inventada[0]", "an HTCDS 2.0 type"),
    ("htcds", {}, "htcds.explotacion_inventada", "its HTCDS 2.0 types"),
    ("deadlines.0.hours", -1, "deadlines[0].hours", "whole hours, 0 for at once"),
    ("deadlines.0.hours", 1.5, "deadlines[0].hours", "whole hours, 0 for at once"),
    ("deadlines.0.hours", True, "deadlines[0].hours", "whole hours, 0 for at once"),
    ("deadlines.0.trigger", "full_moon", "deadlines[0].trigger", "one of known, child"),
    ("deadlines.0.id", "AVISO\n", "deadlines[0].id", "capital letters, figures and _"),
    ("deadlines.0.id", "NINEZ", "deadlines", "each id once"),
    ("deadlines.0.sources", ["L9"], "deadlines[0].sources", "a reference under [law], not L9"),
    ("deadlines.0.met_by", ["fiscal"], "deadlines[0].met_by", "what an institution receives, or an act, not fiscal"),
    ("institutions.0.id", "NINEZ", "institutions", "each id once"),
    ("law.L1.certainty", "X", "law.L1.certainty", "one of V (read)"),
    ("timezone", "America/Ficticia", "timezone", "a zone of the IANA"),
    ("timezone", "America", "timezone", "a zone of the IANA"),
    ("timezone", "../../etc/passwd", "timezone", "a zone of the IANA"),
]


@pytest.mark.parametrize(
    ("path", "value", "place", "fix"), BROKEN, ids=[f"{path}={value}" for path, value, *_ in BROKEN]
)
def test_each_broken_shape_names_the_place_and_the_fix(
    tmp_path: Path, path: str, value: object, place: str, fix: str
) -> None:
    fault = broken(tmp_path, change(third_country(), path, value))
    assert fault.place == place
    assert fix in fault.fix


def test_hours_written_with_a_point_are_whole_hours_all_the_same(tmp_path: Path) -> None:
    raw = change(third_country(), "deadlines.0.hours", 24.0)
    profile = load_profile(THIRD, put_profile(tmp_path, THIRD, raw))
    assert profile.deadlines[0].hours == 24
    assert canonical(profile.to_json())


ALMOST_ANYTHING = st.recursive(
    st.one_of(
        st.booleans(),
        st.integers(-(10**6), 10**6),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=12),
        st.dates(),
        st.sampled_from(["trafficking", "known", "V", "L1", "AVISO", "America", "carta"]),
    ),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=8), inside, max_size=3)
    ),
    max_leaves=5,
)


def places(found: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if way:
        yield way
    entries = found.items() if isinstance(found, dict) else enumerate(found) if isinstance(found, list) else ()
    for key, inside in entries:
        yield from places(inside, (*way, key))


def holder_of(raw: Raw, way: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - a table or a list
    found: Any = raw
    for key in way[:-1]:
        found = found[key]
    return found


def take_away(holder: Any, key: Any, _: object) -> None:  # noqa: ANN401 - a table or a list
    del holder[key]


def put_instead(holder: Any, key: Any, value: object) -> None:  # noqa: ANN401 - a table or a list
    holder[key] = value


def say_twice(holder: Any, key: Any, value: object) -> None:  # noqa: ANN401 - a table or a list
    if isinstance(holder, list):
        holder.append(holder[key])
    else:
        holder[f"{key}_"] = value


def told(root: Path) -> Profile | ProfileBroken:
    try:
        return load_profile(THIRD, root)
    except ProfileBroken as fault:
        return fault


@settings(max_examples=150)
@given(data=st.data())
def test_a_profile_somebody_edited_is_a_profile_or_a_clear_fact(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    raw = third_country()
    changes: list[Callable[[Any, Any, object], None]] = [take_away, put_instead, say_twice]
    for _ in range(data.draw(st.integers(1, 3))):
        way = data.draw(st.sampled_from(sorted(places(raw), key=str)))
        data.draw(st.sampled_from(changes))(holder_of(raw, way), way[-1], data.draw(ALMOST_ANYTHING))
    found = told(put_profile(tmp_path_factory.mktemp("edited"), THIRD, raw))
    if isinstance(found, ProfileBroken):
        assert found.fix
        assert found.place or "table" in found.fix
    else:
        assert Profile.from_json(json.loads(canonical(found.to_json()))) == found


@settings(max_examples=150)
@given(data=st.data())
def test_a_profile_whose_text_was_damaged_is_a_profile_or_a_clear_fact(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = as_toml(third_country()).encode()
    start = data.draw(st.integers(0, len(text)))
    damaged = text[:start] + data.draw(st.binary(max_size=6)) + text[start + data.draw(st.integers(0, 20)) :]
    root = tmp_path_factory.mktemp("damaged")
    (root / THIRD).mkdir()
    (root / THIRD / FILE).write_bytes(damaged)
    found = told(root)
    assert isinstance(found, Profile) or found.fix


def test_a_code_that_the_country_does_not_have_is_named() -> None:
    profile = load_profile("bo")
    with pytest.raises(CodeUnknown) as caught:
        profile.require("exploitation", "unheard_of")
    assert (caught.value.family, caught.value.code) == ("exploitation", "unheard_of")
    with pytest.raises(CodeUnknown):
        profile.label("unheard_of", "victima")
    assert profile.require("exploitation", "trabajo_forzoso") == "trabajo_forzoso"


def test_words_come_in_the_language_asked_for_and_in_spanish_for_any_other() -> None:
    profile = load_profile("bo")
    assert profile.label("party_role", "victima") == "Víctima"
    assert profile.label("party_role", "victima", "en") == "Victim"
    assert profile.label("party_role", "victima", "ay") == "Víctima"
    assert profile.codes("party_role")[0] == "victima"
    assert profile.codes("unheard_of") == ()


def test_a_country_may_lack_a_deadline() -> None:
    assert load_profile("bo").deadline("ACTIVAR_ERI") is None
    found = load_profile("gt").deadline("ACTIVAR_ERI")
    assert found is not None
    assert found.length.total_seconds() == 24 * 3600


@pytest.mark.parametrize("place", ["profiles", "demo"])
def test_no_word_that_guatemala_disputes_stands_in_what_it_reads(place: str) -> None:
    root = Path(__file__).parents[2] / "resources" / place
    files = [path for path in root.rglob("*gt*") for path in ([path] if path.is_file() else path.rglob("*.toml"))]
    assert files
    disputed = re.compile(r"jurisdicci|competen(cia|te)|declinatori", re.IGNORECASE)
    assert {path.name: disputed.findall(path.read_text(encoding="utf-8")) for path in files} == {
        path.name: [] for path in files
    }
