"""What every journey stands on: the demonstration, and the desk's own look and Spanish."""

from tests.journeys.demonstrations import demonstration
from tests.ui.conftest import appearance, spanish

__all__ = ["appearance", "demonstration", "spanish"]
