"""What a file says about itself: its title, its language, and that it is tagged. Nothing else.

No author, no program and no date: those would point to a person or a machine, and would make two
files of the same document differ.
"""

from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


class TitleOnly(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab is untyped
    """An information dictionary that holds the title alone."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The dictionary, as reportlab writes it."""
        entries = pdfdoc.PDFDictionary({"Title": pdfdoc.PDFString(self.title)})
        written: bytes = entries.format(document)
        return written


def describe(doc: pdfdoc.PDFDocument, title: str, language: str) -> None:
    """Give a document its title, its language and its claim to be PDF/UA."""
    packet = pdfdoc.PDFStream()
    packet.dictionary["Type"] = pdfdoc.PDFName("Metadata")
    packet.dictionary["Subtype"] = pdfdoc.PDFName("XML")
    packet.content = XMP.format(title=escape(title), language=escape(language)).encode()
    doc.info = TitleOnly(title)
    doc.Catalog.Lang = pdfdoc.PDFString(language)
    doc.Catalog.Metadata = doc.Reference(packet, "description")
    doc.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
