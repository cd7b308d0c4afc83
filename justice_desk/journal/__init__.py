"""The journal (diario): the hash-chained record of every act, written in the same transaction as the act."""
