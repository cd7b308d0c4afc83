"""The lock page: the way in, and what can be done in danger without opening anything."""
