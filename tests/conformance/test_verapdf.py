import subprocess
from pathlib import Path

import pikepdf
import pytest

JUDGE = Path(__file__).with_name("verapdf.sh")

pytestmark = pytest.mark.conformance


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    place = tmp_path / "bare.pdf"
    with pikepdf.new() as paper:
        paper.add_blank_page()
        paper.save(place)
    return place


def judge(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([JUDGE, *arguments], capture_output=True, text=True, check=False, timeout=120)


def test_a_bare_pdf_keeps_no_standard_of_ours(bare: Path) -> None:
    ended = judge("2a,ua1", bare)
    assert ended.returncode == 1, ended.stderr
    verdicts = [line.split()[:2] for line in ended.stdout.splitlines() if not line.startswith(" ")]
    assert verdicts == [["FAIL", "2a"], ["FAIL", "ua1"]]
    assert "6.7.3.3 test 1" in ended.stdout


def test_what_is_no_pdf_keeps_no_standard(tmp_path: Path) -> None:
    place = tmp_path / "letter.pdf"
    place.write_text("no pdf")
    assert judge("2a", place).returncode == 1


def test_a_standard_that_nobody_knows_is_not_taken_for_kept(bare: Path) -> None:
    ended = judge("9z", bare)
    assert ended.returncode == 2
    assert ended.stdout == ""


def test_a_paper_that_is_missing_is_not_taken_for_judged(tmp_path: Path) -> None:
    assert judge("2a", tmp_path / "missing.pdf").returncode == 2
