"""The first schema: people and their keys, the journal, and the first walk of a case to the prosecutor."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NEVER_CHANGED = ("journal_entries",)
"""Tables whose rows are acts: triggers forbid changing or deleting them."""


def upgrade() -> None:
    """Make every table and the triggers that keep acts as they were."""
    _vault()
    _accounts()
    for table in NEVER_CHANGED:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def downgrade() -> None:
    """Leave an empty store."""
    for table in reversed(TABLES):
        op.drop_table(table)


TABLES = (
    "scoped_keys",
    "wraps",
    "drafts",
    "settings",
    "office_keys",
    "journal_entries",
    "persons",
    "admissions",
)


def _vault() -> None:
    op.create_table(
        "scoped_keys",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("owner", sa.String, nullable=False),
        sa.Column("scope", sa.String, nullable=False),
        sa.Column("generation", sa.Integer, nullable=False),
        sa.Column("public", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("owner", "scope", "generation", name="uq_scoped_keys_owner"),
    )
    op.create_table(
        "wraps",
        sa.Column("key_id", sa.String, sa.ForeignKey("scoped_keys.id"), primary_key=True),
        sa.Column("person_id", sa.String, primary_key=True, index=True),
        sa.Column("box", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "drafts",
        sa.Column("person_id", sa.String, primary_key=True),
        sa.Column("place", sa.String, primary_key=True),
        sa.Column("saved_at", sa.String(27), nullable=False),
        sa.Column("box", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
    )
    op.create_table(
        "office_keys",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("public", sa.String, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "journal_entries",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("second", sa.String),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("case_id", sa.String, index=True),
        sa.Column("about", sa.String, nullable=False),
        sa.Column("facts", sa.String, nullable=False),
        sa.Column("previous", sa.LargeBinary, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("signature", sa.LargeBinary),
    )


def _accounts() -> None:
    op.create_table(
        "persons",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False, unique=True),
        sa.Column("roles", sa.String, nullable=False),
        sa.Column("agreement", sa.LargeBinary, nullable=False),
        sa.Column("verifying", sa.LargeBinary, nullable=False),
        sa.Column("enrolled_at", sa.String(27), nullable=False),
    )
    op.create_table(
        "admissions",
        sa.Column("case_id", sa.String, primary_key=True),
        sa.Column("person_id", sa.String, sa.ForeignKey("persons.id"), primary_key=True, index=True),
        sa.Column("own", sa.Boolean, nullable=False),
    )
