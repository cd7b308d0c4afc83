"""Starts Justice Desk: the window, or one command (`app.py --help`)."""

import sys

from ui.commands.line import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
