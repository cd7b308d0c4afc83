"""Building the program a second time: from a copy of the sources in another folder, as it is or as a next version."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from ground import ROOT, source_date, version
from justice_desk.vault.migrating import newest_revision
from tests.house.tree import files

NEXT_REVISION = "9000"
NEXT_SCHEMA = """
import sqlalchemy as sa
from alembic import op

revision = "{new}"
down_revision = "{old}"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table("made_by_the_next", sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    raise NotImplementedError
"""


def copied(folder: Path) -> Path:
    """Copy what git keeps into a folder of another name."""
    for path in files():
        place = folder / path.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, place)
    return folder


def next_version() -> str:
    """Return the version after this one."""
    *first, last = version().split(".")
    return ".".join([*first, str(int(last) + 1)])


def become_next_version(sources: Path) -> None:
    """Give a copy of the sources the next version and a schema that has one table more."""
    place = sources / "justice_desk" / "__init__.py"
    text, changed = re.subn(r'(?<=__version__ = ")[^"]+', next_version(), place.read_text(encoding="utf-8"))
    assert changed == 1
    place.write_text(text, encoding="utf-8")
    (sources / "justice_desk" / "vault" / "migrations" / "versions" / f"v{NEXT_REVISION}_next.py").write_text(
        NEXT_SCHEMA.format(new=NEXT_REVISION, old=newest_revision()),
        encoding="utf-8",
    )


def built(sources: Path, *words: str) -> None:
    """Run a step of packaging in a copy of the sources, with the libraries that are installed here."""
    environment = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "PYTHONHASHSEED"}}
    environment["SOURCE_DATE_EPOCH"] = str(source_date())
    command = [sys.executable, *words]
    ended = subprocess.run(
        command, cwd=sources / "packaging", env=environment, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
