"""The chain of custody: who held a file or a thing at any moment, as a chain to which events are only added."""
