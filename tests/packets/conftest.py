from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packets.making import Offices, decrypted_bytes, files_of, fresh_offices, sealed


@pytest.fixture(scope="session")
def offices() -> Offices:
    return fresh_offices()


@pytest.fixture(scope="session")
def honest_archive(offices: Offices, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    packet = sealed(offices, tmp_path_factory.mktemp("honest"))
    return decrypted_bytes(packet.folder / "paquete.age", offices.identity)


@pytest.fixture
def honest_files(honest_archive: bytes) -> dict[str, bytes]:
    return files_of(honest_archive)


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    place = tmp_path / "drive"
    place.mkdir()
    return place


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    place = tmp_path / "workspace"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    yield place
    assert list(place.iterdir()) == []
