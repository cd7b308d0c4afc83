"""Protection: the measures that keep somebody safe while a case goes its way, and after it left."""
