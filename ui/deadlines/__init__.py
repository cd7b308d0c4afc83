"""The screen of deadlines, and the words in which every screen speaks of them."""
