"""The screens and the command line: the only importers of Qt. They show views, ask services and decide nothing."""

from ui.constants import keep_constants

keep_constants()
