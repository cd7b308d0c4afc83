"""The encrypted store: keys and slots, engine, unit of work, migrations. Mechanism, no use cases."""
