"""Copies of the desk on a drive or in a folder: made, rehearsed, restored, and what can be saved without one."""
