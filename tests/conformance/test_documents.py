import hashlib
import subprocess
import sys
import unicodedata
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from justice_desk.documents.copies import copy_of
from justice_desk.documents.fields import FieldValue, Passage, Row
from justice_desk.documents.rules import CharacterUnprintable, Kind, Mark, MarkKind, PaperSize, Signer
from justice_desk.documents.verification import verify_square
from justice_desk.hearings.rules import Signing
from tests.documents.papers import (
    ACTA,
    COUNTRIES,
    FINGERPRINTS,
    HEARING,
    KEY,
    OFICIO,
    PAPERS,
    SENTENCE,
    draft,
    filled,
    issued,
    made,
    rendered,
)

pytestmark = pytest.mark.conformance

JUDGE = Path(__file__).with_name("verapdf.sh")
COPY = Mark(MarkKind.COPY, 2)
LETTERS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZáéíóúüñÁÉÍÓÚÜÑ¿?¡!ºª«»“”‘’–—…0123456789.,;:()/&<>'\"-%"
    "äëïöüÄËÏÖÜãẽĩõũỹÃẼĨÕŨỸʼꞌẍẌ"
)
CLUSTERS = ("g̃", "G̃", "kʼ", "tzʼ", "qꞌ", "fi", "fl", "ffi", "x̱")
"""Letters of several signs, and pairs that other typesetters join into one."""
REFUSED = ("☐", "\t", "\u200b", "\u202e", "😀", "i̊")
WORDS = st.lists(st.sampled_from([*LETTERS, *CLUSTERS]), min_size=1, max_size=14).map("".join)
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)
FIELDS = st.sampled_from(["sesion.decision", "sesion.lugar", "comunidad.nombre", "firmas"])


def run(*command: str | Path) -> str:
    ended = subprocess.run(command, capture_output=True, check=False, timeout=300)
    assert ended.returncode == 0, ended.stdout.decode() + ended.stderr.decode()
    return ended.stdout.decode()


def text_of(pdf: bytes, folder: Path, *how: str) -> str:
    place = folder / "paper.pdf"
    place.write_bytes(pdf)
    return run("pdftotext", *how, place, "-")


def with_text(field: str, text: str) -> dict[str, FieldValue]:
    return {**ACTA, field: [Signer(text, "Ana Ficticia"), *FINGERPRINTS] if field == "firmas" else text}


def bare(text: str) -> str:
    """Return a text without its spaces: where a line ends is the typesetter's business."""
    return "".join(unicodedata.normalize("NFC", text).split())


def flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("papers")


@pytest.fixture(scope="module")
def samples(folder: Path) -> list[Path]:
    """Every kind of paper of both countries: issued, as a draft, empty, marked, very long, with very many signers."""
    many = [Signer(f"Autoridad {place}", f"Firmante {place}") for place in range(31)]
    inked = [Signer("Jilaqata", f"Persona {place}", Signing.FINGERPRINT) for place in range(7)]
    rows: list[Row] = [{"descripcion": f"Papel {place}", "fojas": place} for place in range(1, 90)]
    tall: Row = {"codigo": "V-01", "rol": SENTENCE * 60, "idioma": "quechua"}
    papers = {
        "hearing": made(HEARING),
        "long": made({**ACTA, "sesion.puntos": [SENTENCE * 500, Passage(SENTENCE * 90, "qu")]}),
        "signers": rendered(filled({**ACTA, "firmas": many, "huellas": inked}), PaperSize.OFICIO).pdf,
        "tables": rendered(filled({**OFICIO, "inventario": rows, "partes": [tall]}, Kind.OFICIO), PaperSize.A4).pdf,
        "copy": copy_of(made(ACTA), [COPY]),
        "void": copy_of(made(ACTA), [Mark(MarkKind.VOID), COPY]),
        "sample": rendered(filled(ACTA), marks=[Mark(MarkKind.SAMPLE)]).pdf,
    }
    for country in COUNTRIES:
        for kind in Kind:
            papers[f"{country}-{kind.value}"] = made(PAPERS[kind], kind, country)
            papers[f"{country}-{kind.value}-draft"] = draft(PAPERS[kind], kind, country)
            papers[f"{country}-{kind.value}-empty"] = draft({}, kind, country)
    places = []
    for name, pdf in papers.items():
        places.append(folder / f"{name}.pdf")
        places[-1].write_bytes(pdf)
    return places


def test_every_paper_keeps_pdf_a_and_pdf_ua(samples: list[Path]) -> None:
    said = run(JUDGE, "2a,ua1", *samples)
    assert said.count("PASS 2a ") == said.count("PASS ua1 ") == len(samples)
    assert "FAIL" not in said


@pytest.mark.parametrize(
    ("damage", "flavour"),
    [("/MarkInfo", "2a"), ("/StructTreeRoot", "ua1"), ("/OutputIntents", "2a"), ("/Lang", "ua1"), ("/Metadata", "2a")],
)
def test_the_judge_sees_what_a_paper_of_ours_lacks(tmp_path: Path, damage: str, flavour: str) -> None:
    place = tmp_path / "damaged.pdf"
    place.write_bytes(made(ACTA))
    with pikepdf.open(place, allow_overwriting_input=True) as file:
        del file.Root[damage]
        file.save()
    ended = subprocess.run([JUDGE, flavour, place], capture_output=True, check=False, timeout=120)
    assert ended.returncode == 1, ended.stderr


def test_every_paper_is_sound(samples: list[Path]) -> None:
    for place in samples:
        assert "No syntax or stream encoding errors found" in run("qpdf", "--check", place)


def test_every_typeface_is_embedded_as_a_subset_and_can_be_read_back(samples: list[Path]) -> None:
    for place in samples:
        fonts = run("pdffonts", place).splitlines()[2:]
        assert fonts
        for line in fonts:
            name, *_, embedded, subset, unicode_map, _number, _generation = line.split()
            assert "+CharisSIL" in name
            assert (embedded, subset, unicode_map) == ("yes", "yes", "yes")


def test_the_text_comes_out_as_it_was_written(folder: Path) -> None:
    said = flat(text_of(made(ACTA), folder))
    for written in (
        "ACTA DE SESIÓN RESERVADA DE AUTORIDADES",
        "N.º A-012/2026",
        "a horas quince y cuarenta del día veinticuatro de noviembre de dos mil veintiséis",
        f"PRIMERO.– {SENTENCE}",
        "SEGUNDO.– g̃uahẽ, G̃, ỹvy, mba’e",
        "1. Conocimiento del aviso recibido",
        "folio 112 vta.",
        "Firma a ruego de Santos Modelo Choque",
        "Página 1 de ",
    ):
        assert written in said


@settings(max_examples=80)
@given(TEXTS, FIELDS)
def test_any_text_of_our_languages_comes_out_verbatim(folder: Path, words: str, field: str) -> None:
    written = unicodedata.normalize("NFC", words)
    said = text_of(made(with_text(field, written)), folder)
    assert bare(written) in bare(said)


@settings(max_examples=20)
@given(TEXTS, FIELDS, st.sampled_from(REFUSED), TEXTS)
def test_what_would_not_come_out_is_refused_by_name(before: str, field: str, sign: str, after: str) -> None:
    with pytest.raises(CharacterUnprintable) as refused:
        made(with_text(field, f"{before}{sign}{after}"))
    assert (refused.value.field, refused.value.sign) == (field, sign)


def test_words_at_the_ends_of_lines_stay_apart_in_the_structure(folder: Path) -> None:
    said = text_of(made({**ACTA, "sesion.puntos": [SENTENCE * 3]}), folder, "-raw")
    assert flat(SENTENCE * 3) in flat(said)


def test_marks_are_read_as_text_too(folder: Path) -> None:
    said = flat(text_of(copy_of(made(ACTA), [COPY, Mark(MarkKind.VOID)]), folder))
    assert "COPIA N.º 2 · ANULADO" in said


@pytest.mark.parametrize("marks", [[], [COPY]])
@pytest.mark.parametrize("kind", Kind)
def test_a_telephone_reads_the_square_from_a_poor_scan_and_it_holds(
    tmp_path: Path, kind: Kind, marks: list[Mark]
) -> None:
    paper = filled(PAPERS[kind], kind)
    result = rendered(paper)
    place = tmp_path / "paper.pdf"
    place.write_bytes(copy_of(result.pdf, marks))
    run("pdftoppm", "-r", "150", "-gray", "-png", "-f", str(result.pages), place, tmp_path / "scan")
    (scan,) = tmp_path.glob("scan*.png")
    square = run("zbarimg", "--quiet", "--raw", scan).strip()
    finding = verify_square(square, KEY.public)
    assert finding.holds
    assert finding.head is not None
    assert (finding.head.number.text, finding.head.sheets) == (f"{kind.word} A-012/2026", result.pages)
    assert finding.content == issued(paper).content


def test_another_run_of_the_program_makes_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import hashlib\nfrom tests.documents.papers import ACTA, made\nprint(hashlib.sha256(made(ACTA)).hexdigest())\n"
    )
    root = Path(__file__).parents[2]
    place = tmp_path / "again.py"
    place.write_text(f"import sys\nsys.path.insert(0, {str(root)!r})\n{code}")
    ended = run(sys.executable, place)
    assert ended.strip() == hashlib.sha256(made(ACTA)).hexdigest()
