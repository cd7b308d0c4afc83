"""The founding guide: from a fresh laptop to a desk, in numbered steps."""
