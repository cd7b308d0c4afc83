"""The first schema: people and their keys, the journal, and the first walk of a case to the prosecutor."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NEVER_CHANGED = (
    "journal_entries",
    "custody_events",
    "sessions",
    "citations",
    "documents",
    "prints",
    "oral_notices",
    "receipts",
)
"""Tables whose rows are acts: triggers forbid changing or deleting them."""
NEVER_DELETED = ("cases", "parties", "measures", "handoffs")
"""Tables whose rows go on, but never go away."""


def upgrade() -> None:
    """Make every table and the triggers that keep acts as they were."""
    _vault()
    _accounts()
    _communities()
    _cases()
    _proceedings()
    _documents()
    _handoffs()
    for table in NEVER_CHANGED:
        _forbid("UPDATE", table)
    for table in (*NEVER_CHANGED, *NEVER_DELETED):
        _forbid("DELETE", table)


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
    "profiles",
    "communities",
    "terms",
    "cases",
    "parties",
    "identities",
    "deadlines",
    "custody_events",
    "sessions",
    "citations",
    "measures",
    "documents",
    "prints",
    "receivers",
    "handoffs",
    "oral_notices",
    "receipts",
)


def _forbid(verb: str, table: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table}: no {verb.lower()}'); END"
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


def _communities() -> None:
    op.create_table(
        "profiles",
        sa.Column("digest", sa.String, primary_key=True),
        sa.Column("country", sa.String, nullable=False),
        sa.Column("content", sa.String, nullable=False),
    )
    op.create_table(
        "communities",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("hierarchy", sa.String, nullable=False),
        sa.Column("municipality", sa.String, nullable=False),
        sa.Column("place_code", sa.String, nullable=False),
        sa.Column("desk_code", sa.String, nullable=False),
        sa.Column("country", sa.String, nullable=False),
        sa.Column("profile", sa.String, sa.ForeignKey("profiles.digest"), nullable=False),
    )
    op.create_table(
        "terms",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("community_id", sa.String, sa.ForeignKey("communities.id"), nullable=False, index=True),
        sa.Column("office", sa.String, nullable=False),
        sa.Column("holder", sa.String, nullable=False),
        sa.Column("person_id", sa.String, sa.ForeignKey("persons.id")),
        sa.Column("starts", sa.String, nullable=False),
        sa.Column("ends", sa.String),
    )


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("series", sa.String, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("serial", sa.Integer, nullable=False),
        sa.Column("number", sa.String, nullable=False, unique=True),
        sa.Column("community_id", sa.String, sa.ForeignKey("communities.id"), nullable=False),
        sa.Column("profile", sa.String, sa.ForeignKey("profiles.digest"), nullable=False),
        sa.Column("state", sa.String, nullable=False, index=True),
        sa.Column("known_at", sa.String(27), nullable=False),
        sa.Column("known_exactly", sa.Boolean, nullable=False),
        sa.Column("opened_at", sa.String(27), nullable=False),
        sa.Column("opened_by", sa.String, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("summary", sa.LargeBinary, nullable=False),
        sa.Column("account", sa.LargeBinary, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.UniqueConstraint("series", "year", "serial", name="uq_cases_series"),
    )
    op.create_table(
        "parties",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("case_id", sa.String, sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("coded", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("case_id", "code", name="uq_parties_case_id"),
    )
    op.create_table(
        "identities",
        sa.Column("party_id", sa.String, sa.ForeignKey("parties.id"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("named", sa.LargeBinary, nullable=False),
        sa.Column("written_at", sa.String(27), nullable=False),
    )
    op.create_table(
        "deadlines",
        sa.Column("case_id", sa.String, sa.ForeignKey("cases.id"), primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("subject", sa.String, primary_key=True),
        sa.Column("starts_at", sa.String(27), nullable=False),
        sa.Column("due_at", sa.String(27), nullable=False, index=True),
        sa.Column("met_at", sa.String(27)),
        sa.Column("note", sa.LargeBinary),
    )
    op.create_table(
        "custody_events",
        sa.Column("subject", sa.String, primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("case_id", sa.String, sa.ForeignKey("cases.id"), nullable=False, index=True),
        sa.Column("event", sa.LargeBinary, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
    )


def _proceedings() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("case_id", sa.String, sa.ForeignKey("cases.id"), nullable=False, index=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("held_at", sa.String(27), nullable=False),
        sa.Column("closed_at", sa.String(27), nullable=False),
        sa.Column("minutes", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "citations",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("case_id", sa.String, sa.ForeignKey("cases.id"), nullable=False, index=True),
        sa.Column("party_id", sa.String, sa.ForeignKey("parties.id"), nullable=False),
        sa.Column("called_for", sa.String(27), nullable=False),
        sa.Column("call", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "measures",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("case_id", sa.String, sa.ForeignKey("cases.id"), nullable=False, index=True),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("starts_at", sa.String(27), nullable=False),
        sa.Column("review_at", sa.String(27), nullable=False),
        sa.Column("decided", sa.LargeBinary, nullable=False),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("case_id", sa.String, sa.ForeignKey("cases.id"), nullable=False, index=True),
        sa.Column("subject", sa.String, nullable=False, index=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("scope", sa.String, nullable=False),
        sa.Column("series", sa.String, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("serial", sa.Integer, nullable=False),
        sa.Column("issued_at", sa.String(27), nullable=False),
        sa.Column("issued_by", sa.String, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("template_sha256", sa.String, nullable=False),
        sa.Column("content_sha256", sa.String, nullable=False),
        sa.Column("pdf_sha256", sa.String, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("pdf", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("series", "year", "serial", name="uq_documents_series"),
    )
    op.create_table(
        "prints",
        sa.Column("document_id", sa.String, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("attempt", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("copy", sa.Integer, nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("by", sa.String, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("printer", sa.String, nullable=False),
        sa.Column("purpose", sa.LargeBinary, nullable=False),
        sa.Column("came_out", sa.Boolean, nullable=False),
    )


def _handoffs() -> None:
    op.create_table(
        "receivers",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("institution", sa.String, nullable=False),
        sa.Column("office", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("recipient", sa.String, nullable=False),
        sa.Column("annex_recipient", sa.String, nullable=False),
        sa.Column("entered_at", sa.String(27), nullable=False),
        sa.Column("confirmed_at", sa.String(27)),
        sa.Column("confirmed_with", sa.String, nullable=False),
    )
    op.create_table(
        "handoffs",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("case_id", sa.String, sa.ForeignKey("cases.id"), nullable=False, index=True),
        sa.Column("receiver_id", sa.String, sa.ForeignKey("receivers.id"), nullable=False),
        sa.Column("stage", sa.String, nullable=False, index=True),
        sa.Column("plan", sa.LargeBinary, nullable=False),
        sa.Column("prepared_at", sa.String(27), nullable=False),
        sa.Column("reviewed_alone", sa.Boolean, nullable=False),
        sa.Column("sealed_at", sa.String(27)),
        sa.Column("dispatched_at", sa.String(27)),
        sa.Column("moved_at", sa.String(27), nullable=False),
        sa.Column("packet_id", sa.String, nullable=False),
        sa.Column("packet_sha256", sa.String, nullable=False),
        sa.Column("packet_bytes", sa.Integer, nullable=False),
        sa.Column("sequence", sa.Integer),
        sa.Column("acknowledgement", sa.LargeBinary),
        sa.Column("version", sa.Integer, nullable=False),
        sa.UniqueConstraint("sequence", name="uq_handoffs_sequence"),
    )
    op.create_table(
        "oral_notices",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("case_id", sa.String, sa.ForeignKey("cases.id"), nullable=False, index=True),
        sa.Column("given_at", sa.String(27), nullable=False),
        sa.Column("said", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "receipts",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("handoff_id", sa.String, sa.ForeignKey("handoffs.id"), nullable=False, index=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("received_at", sa.String(27), nullable=False),
        sa.Column("entered_at", sa.String(27), nullable=False),
        sa.Column("written", sa.LargeBinary, nullable=False),
    )
