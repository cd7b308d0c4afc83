"""The screen of the journal: what was done at this desk, and whether the record of it still holds."""
