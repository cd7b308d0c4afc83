import subprocess
from pathlib import Path

import pytest

from justice_desk.accounts.key_service import KeyService
from justice_desk.documents.sheet_service import SheetService
from justice_desk.vault.paper import NewPaper
from justice_desk.vault.rules import Paper
from tests.desks import DeskInUse, bolivia, desk_template, desks

__all__ = ["bolivia", "desk_template", "desks"]

pytestmark = pytest.mark.conformance

JUDGE = Path(__file__).with_name("verapdf.sh")


def printed(desk: DeskInUse, kind: Paper, place: Path) -> NewPaper:
    paper = KeyService(desk.acting("ana")).fresh_paper(kind)
    place.write_bytes(SheetService(desk.acting("ana")).sheets(paper).pdf)
    return paper


@pytest.mark.parametrize("kind", Paper)
def test_sheets_keep_the_standards_of_every_paper(kind: Paper, bolivia: DeskInUse, tmp_path: Path) -> None:
    printed(bolivia, kind, tmp_path / "sheet.pdf")
    judged = subprocess.run([JUDGE, "2a,ua1", tmp_path / "sheet.pdf"], capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout + judged.stderr


@pytest.mark.parametrize("kind", Paper)
def test_the_square_is_read_by_others_and_holds_the_slot(kind: Paper, bolivia: DeskInUse, tmp_path: Path) -> None:
    paper = printed(bolivia, kind, tmp_path / "sheet.pdf")
    subprocess.run(["pdftoppm", "-r", "200", "-png", "sheet.pdf", "page"], cwd=tmp_path, check=True)
    pictures = list(tmp_path.glob("page*.png"))
    assert len(pictures) == len(paper.sheets.texts)
    for picture in pictures:
        read = subprocess.run(["zbarimg", "--raw", "-q", picture], capture_output=True, text=True, check=True)
        assert read.stdout.strip() == paper.square
