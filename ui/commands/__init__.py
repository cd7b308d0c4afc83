"""What can be done without a window: the demonstration, and checking a store or a packet."""
