"""The screens of documents: the register, the preview of a paper, what was printed."""
