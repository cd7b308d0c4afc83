"""What the exit codes of commands mean."""

DONE = 0
"""All is well."""
DAMAGED = 1
"""What was checked is damaged, or not believable."""
NOT_DONE = 2
"""What was asked could not be done."""
