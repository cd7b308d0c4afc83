"""Sessions of the authorities and hearings of the community: who was there, what was decided, who was called."""
