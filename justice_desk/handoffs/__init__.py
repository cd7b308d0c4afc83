"""A case on its way to the prosecutor, and what comes back: notices, receivers, stages, the sealed packet, receipts."""
