"""The screens of a case on its way to the prosecutor: the list of handoffs, and the guide that goes with each."""
