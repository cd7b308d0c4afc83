"""The people who use the desk: their roles, what each role may do, signing in, and the unit of work of an act."""
