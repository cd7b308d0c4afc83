"""Formal papers: templates, fields, layout, tagged PDF, numbers, the register of what was issued, copies."""
