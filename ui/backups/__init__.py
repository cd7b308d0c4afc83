"""The screens of backups: making and rehearsing them, restoring a desk, and what can be done when it does not open."""
