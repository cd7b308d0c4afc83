import io
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from pyrage import x25519

from justice_desk.foundations.canonical import Json, canonical
from justice_desk.foundations.files import CannotWrite, DiskFull
from justice_desk.foundations.progress import Unwatched
from justice_desk.packets.annex import OpenedAnnex, opened_annex, seal_annex
from justice_desk.packets.rules import ANNEX_NAME, AnnexPlan, PacketRefused, Part, PlanRefused, Step
from justice_desk.packets.sources import Tally, measure_bytes
from tests.packets.making import PACKET, archive_of, encrypted, recipient

KEY = x25519.Identity.generate()
TOLD: dict[str, Json] = {"schema": "urn:justice-desk:identidades:1", "packet_id": PACKET, "persons": [{"code": "V-01"}]}


def a_tally() -> Tally:
    return Tally(Unwatched(), Part.DECRYPTING, 0)


def opening(files: dict[str, bytes], root: str = "A7QK") -> AbstractContextManager[OpenedAnnex]:
    age = encrypted(archive_of(files, root), KEY)
    return opened_annex(io.BytesIO(age), len(age), PACKET, str(KEY), a_tally())


def refusal(files: dict[str, bytes], root: str = "A7QK") -> PacketRefused:
    with pytest.raises(PacketRefused) as refused, opening(files, root):
        pytest.fail("it was opened")
    return refused.value


def test_an_annex_is_ciphertext_with_a_name_that_says_nothing(tmp_path: Path) -> None:
    plan = AnnexPlan((recipient(KEY),), ({"code": "V-01", "given": "Nombre Ficticio"},), {"foto.jpg": b"imagen"})
    annex = seal_annex(plan, PACKET, tmp_path, a_tally())
    content = annex.content.read_bytes()
    assert ANNEX_NAME.fullmatch(annex.name)
    assert annex.path == f"data/anexos/{annex.name}.age"
    assert annex.measure == measure_bytes(content)
    assert b"Nombre" not in content
    with opened_annex(io.BytesIO(content), len(content), PACKET, str(KEY), a_tally()) as opened:
        assert opened.identities == plan.identities
        assert opened.open("foto.jpg").read() == b"imagen"


def test_an_annex_may_hold_files_in_folders(tmp_path: Path) -> None:
    plan = AnnexPlan((recipient(KEY),), (), {"originales/E001.jpg": b"imagen"})
    annex = seal_annex(plan, PACKET, tmp_path, a_tally())
    content = annex.content.read_bytes()
    with opened_annex(io.BytesIO(content), len(content), PACKET, str(KEY), a_tally()) as opened:
        assert opened.files == ("originales/E001.jpg",)


def test_an_annex_of_this_packet_is_opened() -> None:
    with opening({"identidades.json": canonical(TOLD), "x.pdf": b"x"}) as opened:
        assert opened.identities == ({"code": "V-01"},)
        assert opened.files == ("x.pdf",)


@pytest.mark.parametrize(
    ("files", "root", "step"),
    [
        ({"x.pdf": b"x"}, "A7QK", Step.LISTING),
        ({"identidades.json": b"[" * 3_000_000}, "A7QK", Step.LISTING),
        ({"identidades.json": b"{}"}, "A7QK", Step.SCHEMA),
        ({"identidades.json": b"{"}, "A7QK", Step.JSON),
        ({"identidades.json": canonical({**TOLD, "packet_id": "JD-zzzzzzzzzzzzz"})}, "A7QK", Step.SCHEMA),
        ({"identidades.json": canonical({**TOLD, "persons": [{"code": "Nombre"}]})}, "A7QK", Step.SCHEMA),
        ({"identidades.json": canonical(TOLD)}, "Nombre", Step.ARCHIVE),
    ],
)
def test_an_annex_that_is_not_built_as_one_is_refused(files: dict[str, bytes], root: str, step: Step) -> None:
    assert refusal(files, root).step is step


def test_a_checksum_in_an_annex_that_lies_is_refused() -> None:
    archive = archive_of({"identidades.json": canonical(TOLD), "x.pdf": b"verdad"}, "A7QK")
    age = encrypted(archive.replace(b"verdad", b"mentir"), KEY)
    with (
        pytest.raises(PacketRefused) as refused,
        opened_annex(io.BytesIO(age), len(age), PACKET, str(KEY), a_tally()),
    ):
        pytest.fail("it was opened")
    assert refused.value.step is Step.ARCHIVE


def test_an_annex_that_cannot_be_kept_for_a_moment_is_a_fact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = AnnexPlan((recipient(KEY),), (), {})
    with pytest.raises(CannotWrite):
        seal_annex(plan, PACKET, tmp_path / "none", a_tally())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("justice_desk.packets.annex.encrypt", full)
    with pytest.raises(DiskFull):
        seal_annex(plan, PACKET, tmp_path, a_tally())


def test_an_annex_for_no_key_is_refused(tmp_path: Path) -> None:
    bad = recipient(KEY)
    with pytest.raises(PlanRefused):
        seal_annex(AnnexPlan((type(bad)("X", "x", "x", "age1", "memoria"),), (), {}), PACKET, tmp_path, a_tally())
