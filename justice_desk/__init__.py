"""Justice Desk: what an indigenous justice authority needs to protect, record and hand over a trafficking case."""

__version__ = "0.1.0"
