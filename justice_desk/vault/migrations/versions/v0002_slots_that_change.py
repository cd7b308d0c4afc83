"""Slots that change: which one of a person counts, who has left, and the signing keys that were in use before."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Note the slot that counts, the keyring and the leaving beside each person; keep former signing keys."""
    op.add_column("persons", sa.Column("slot", sa.Integer(), server_default="1", nullable=False))
    op.add_column("persons", sa.Column("device", sa.Boolean(), server_default="0", nullable=False))
    op.add_column("persons", sa.Column("left_at", sa.String(27), nullable=True))
    op.create_table(
        "former_keys",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("verifying", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "generation", name="pk_former_keys"),
    )


def downgrade() -> None:
    """Forget them."""
    op.drop_table("former_keys")
    for column in ("left_at", "device", "slot"):
        op.drop_column("persons", column)
