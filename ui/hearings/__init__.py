"""The screens of sessions and hearings: what was held, recording one, calling somebody."""
