"""The schema's history, one script a step."""
