"""The sealed packet: it takes a case to an institution that never installs this program, and proves itself there."""
