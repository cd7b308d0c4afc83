"""Runs the migration scripts over the engine that the vault hands in."""

from alembic import context
from sqlalchemy import Engine

from justice_desk.vault.records import Base

engine = context.config.attributes["engine"]
if not isinstance(engine, Engine):
    raise TypeError("migrations run over the vault's engine only")
with engine.begin() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    context.run_migrations()
