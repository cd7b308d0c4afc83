"""The demonstration, for every journey that looks at it."""

from tests.journeys.demonstrations import demonstration
from tests.ui.conftest import spanish

__all__ = ["demonstration", "spanish"]
