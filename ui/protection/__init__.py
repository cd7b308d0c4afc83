"""The screens of protection: the measures of a case."""
