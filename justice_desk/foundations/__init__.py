"""What every room stands on: facts that went wrong, identifiers, the clock, progress, canonical JSON, safe files."""
