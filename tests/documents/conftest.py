from tests.desks import bolivia, desk_template, desks, guatemala

__all__ = ["bolivia", "desk_template", "desks", "guatemala"]
