"""The screens of cases: the list, the guide for a new case, and the page of one case with its tabs."""
