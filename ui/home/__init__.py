"""The page a person lands on: what can be done, and what today asks for."""
