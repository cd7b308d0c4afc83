import json
import os
import tempfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from justice_desk.bootstrap import open_desk
from justice_desk.foundations.clock import system_clock
from justice_desk.foundations.progress import Unwatched
from justice_desk.handoffs.rules import Stage
from justice_desk.packets.opening import open_packet
from justice_desk.packets.signers import read_signers
from tests.journeys.canaries import bolivian, files_in, in_the_clear, text_of
from tests.journeys.demonstrations import Demonstration
from ui import i18n
from ui.commands.line import main
from ui.commands.story import Story


def test_what_is_listed_is_there(demonstration: Demonstration) -> None:
    listed = demonstration.listed
    for name in ("store", "packet", "prosecutor_identity", "annex_identity", "allowed_signers"):
        assert demonstration.path(name).exists()
        assert not Path(listed[name]).is_absolute()
    assert {document["kind"] for document in listed["documents"]} == {"acta", "oficio"}
    assert len(listed["identities"]) >= 3
    assert len(listed["recovery_code"].splitlines()) == 4


def test_no_canary_lies_in_the_clear(demonstration: Demonstration) -> None:
    keys = {demonstration.path("prosecutor_identity"), demonstration.path("annex_identity")}
    looked_at = set(files_in(demonstration.folder)) - keys - {demonstration.folder / "demo.json"}
    assert {path.name for path in looked_at} >= {"store.db", "paquete.age"}
    assert in_the_clear(looked_at, demonstration.listed["canaries"]) == []


def test_no_canary_stands_in_a_paper(demonstration: Demonstration) -> None:
    for path in demonstration.documents():
        said = " ".join(text_of(path.read_bytes()).split())
        assert "V-01" in said or "ACTA" in said
        assert not [canary for canary in demonstration.listed["canaries"] if " ".join(canary.split()) in said]


def test_nothing_is_left_in_the_places_for_temporary_files_and_logs(demonstration: Demonstration) -> None:
    places = [Path(tempfile.gettempdir()) / "justice-desk", Path(os.environ["XDG_STATE_HOME"])]
    left = [path for place in places for path in files_in(place)]
    assert in_the_clear(left, demonstration.listed["canaries"]) == []


def test_in_guatemala_no_bolivian_word_stands_on_paper_or_in_the_packet(demonstration: Demonstration) -> None:
    found = bolivian(text_of(path.read_bytes()) for path in demonstration.documents())
    assert found == [] or demonstration.country == "bo"


def test_the_packet_opens_and_its_identities_are_only_in_the_annex(demonstration: Demonstration) -> None:
    directory = read_signers(demonstration.path("allowed_signers"))
    identity = demonstration.path("prosecutor_identity").read_text().strip()
    annex_identity = demonstration.path("annex_identity").read_text().strip()
    with open_packet(demonstration.path("packet"), identity, directory, Unwatched()) as opened:
        assert opened.verified.signer.code == demonstration.listed["signer"]
        open_part = json.dumps(str(opened.remission))
        for document in opened.remission.documents:
            with opened.document(document) as file:
                open_part += text_of(file.read())
        assert not [name for name in demonstration.listed["identities"] if name in open_part]
        with opened.annex(opened.remission.annexes[0], annex_identity) as annex:
            told = json.dumps(annex.identities, ensure_ascii=False)
            assert all(name.split()[0] in told for name in demonstration.listed["identities"])


def test_the_receipt_is_entered_and_the_journal_verifies(demonstration: Demonstration) -> None:
    name = Story(demonstration.country).founding("x", system_clock()).name
    desk = open_desk(demonstration.path("store"), name, demonstration.listed["passphrase"], system_clock)
    try:
        (handoff,) = desk.handoffs.all()
        assert handoff.stage is Stage.ACKNOWLEDGED
        assert handoff.receipts[0].number
        standing = desk.accounts.verify_journal()
        assert standing.fault_at is None
        assert standing.size > 25
        lines = desk.accounts.newest_acts()
        assert {line.action for line in lines} >= {"register_case", "seal_handoff", "enter_receipt", "write_identity"}
        assert all(line.alone for line in lines if line.action in {"seal_handoff", "review_handoff"})
    finally:
        desk.close()


def test_the_commands_find_nothing_wrong_with_it(
    demonstration: Demonstration,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qapp: QApplication,
    spanish: Path,
) -> None:
    monkeypatch.setattr(i18n, "catalogue", lambda _language: spanish)
    passphrase = tmp_path / "passphrase"
    passphrase.write_text(demonstration.listed["passphrase"] + "\n")
    with passphrase.open() as typed:
        monkeypatch.setattr("sys.stdin", typed)
        assert main(["store", "check", str(demonstration.path("store")), "--passphrase-stdin"]) == 0
    identity = ["--identity", str(demonstration.path("prosecutor_identity"))]
    keys = ["--keys", str(demonstration.path("allowed_signers").parent)]
    packet = str(demonstration.path("packet"))
    assert main(["packet", "verify", packet, *identity, *keys]) == 0
    assert main(["packet", "open", packet, *identity, *keys, "--out", str(tmp_path / "out")]) == 0
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".pdf"}
    assert main(["packet", "verify", packet, *identity]) == 1
    wrong = ["--identity", str(demonstration.path("annex_identity"))]
    assert main(["packet", "verify", packet, *wrong, *keys]) == 1
    said = capsys.readouterr()
    assert not said.err
    assert not [canary for canary in demonstration.listed["canaries"] if canary in said.out]
