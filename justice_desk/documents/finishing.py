"""The last pass over a drawn paper: structure tree, language, colours and metadata, so that it keeps its standards.

Sources: ISO 19005-2 (PDF/A-2, level A), ISO 14289-1 (PDF/UA-1), ISO 32000-1 §14.7 (logical structure).
"""

import functools
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

from justice_desk.documents.tagging import Element, Ink

PRODUCER = "Justice Desk"
_ICC_DATE = slice(24, 36)
_SCHEMA_OF_UA = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
"""PDF/A knows no property of PDF/UA until the file describes it (ISO 19005-2 §6.6.2.3)."""


@dataclass(frozen=True)
class Properties:
    """What the file says of itself: a title without names, its language, when it was issued."""

    title: str
    language: str
    at: datetime


def finish(pdf: bytes, tree: Element, owners: Sequence[Sequence[Element]], properties: Properties) -> bytes:
    """Return the finished file. `owners`: for every page, the part that each piece of marked content belongs to."""
    with pikepdf.open(BytesIO(pdf)) as file:
        for place, page in enumerate(file.pages):
            _drop(page.obj, "/Trans")
            page.obj.StructParents = place
            page.obj.Tabs = Name.S
        for surplus in ("/Outlines", "/PageMode"):
            _drop(file.Root, surplus)
        file.Root.StructTreeRoot = _Planting(file).plant(tree, owners)
        file.Root.MarkInfo = Dictionary(Marked=True)
        file.Root.Lang = String(properties.language)
        file.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        file.Root.OutputIntents = Array([_output_intent(file)])
        file.Root.Metadata = _metadata(file, properties)
        _describe(file, properties)
        return saved(file)


def saved(file: pikepdf.Pdf) -> bytes:
    """Return the bytes of a file, the same for the same content."""
    out = BytesIO()
    file.save(
        out,
        min_version="1.7",
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return out.getvalue()


def _drop(holder: pikepdf.Object, key: str) -> None:
    if key in holder:
        del holder[key]


class _Planting:
    """Writes the structure tree into a file."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self._file = file
        self._pages = [page.obj for page in file.pages]
        self._written: dict[int, pikepdf.Object] = {}

    def plant(self, tree: Element, owners: Sequence[Sequence[Element]]) -> pikepdf.Object:
        root = self._file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._write(tree, root)
        numbers = Array()
        for place, owned in enumerate(owners):
            numbers.append(place)
            numbers.append(self._file.make_indirect(Array([self._written[id(owner)] for owner in owned])))
        root.ParentTree = self._file.make_indirect(Dictionary(Nums=numbers))
        root.ParentTreeNextKey = len(owners)
        return root

    def _write(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        made = self._file.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent))
        self._written[id(element)] = made
        if element.language:
            made.Lang = String(element.language)
        if element.alternative:
            made.Alt = String(element.alternative)
        if element.scope:
            made.A = Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
        held = [
            self._ink(one) if isinstance(one, Ink) else self._write(one, made) for one in element.holds if _kept(one)
        ]
        made.K = Array(held)
        return made

    def _ink(self, ink: Ink) -> pikepdf.Object:
        return Dictionary(Type=Name.MCR, Pg=self._pages[ink.page], MCID=ink.number)


def _kept(one: Element | Ink) -> bool:
    return isinstance(one, Ink) or one.drawn or one.role == "TD"


def _output_intent(file: pikepdf.Pdf) -> pikepdf.Object:
    profile = file.make_stream(_colours(), N=3)
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        DestOutputProfile=profile,
    )


@functools.cache
def _colours() -> bytes:
    """Return the sRGB profile (IEC 61966-2-1), with a fixed date so that files come out the same."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_ICC_DATE] = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    return bytes(profile)


def _describe(file: pikepdf.Pdf, properties: Properties) -> None:
    at = properties.at.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
    file.trailer.Info = file.make_indirect(
        Dictionary(
            Title=String(properties.title),
            Producer=String(PRODUCER),
            CreationDate=String(at),
            ModDate=String(at),
        )
    )


def _metadata(file: pikepdf.Pdf, properties: Properties) -> pikepdf.Object:
    at = properties.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    packet = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfaid:part="2" pdfaid:conformance="A" pdfuaid:part="1"
 pdf:Producer="{PRODUCER}" xmp:CreateDate="{at}" xmp:ModifyDate="{at}">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(properties.title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{escape(properties.language)}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
</rdf:Description>
{_SCHEMA_OF_UA}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
    return file.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
