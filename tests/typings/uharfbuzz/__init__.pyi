from collections.abc import Mapping
from typing import Any

class GlyphInfo:
    codepoint: int
    cluster: int

class Buffer:
    glyph_infos: list[GlyphInfo]
    def add_str(self, text: str) -> None: ...
    def guess_segment_properties(self) -> None: ...

def shape(font: Any, buffer: Buffer, features: Mapping[str, bool] | None = None) -> None: ...
