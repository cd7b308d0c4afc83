from pathlib import Path

import pytest

from ground import DIST, TREE
from tests.packaging.building import built, copied
from tests.packaging.frozen import files_of

pytestmark = pytest.mark.package


def test_the_same_sources_in_another_folder_give_the_same_bytes(tmp_path: Path) -> None:
    sources = copied(tmp_path / "otra carpeta")
    built(sources, "package.py")
    once, again = files_of(TREE), files_of(sources / "build" / "package" / "justice-desk")
    assert again.keys() == once.keys()
    assert [name for name in once if again[name] != once[name]] == []
    given = {path.name: path.read_bytes() for path in DIST.iterdir()}
    assert {path.name for path in (sources / "dist").iterdir()} == given.keys()
    assert [name for name in given if (sources / "dist" / name).read_bytes() != given[name]] == []
