"""The screens that keep a desk in order: people and roles, terms of office, receivers and keys, settings."""
