"""What a file is by its own first bytes, whatever it is called."""

_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")

PDF, JPEG, PNG, HEIC = "application/pdf", "image/jpeg", "image/png", "image/heic"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OLD_WORD = "application/msword"


def media_type(data: bytes) -> str:
    """The type its bytes say; blank where they say none of these."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        return HEIC
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLD_WORD
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return WORD
    return ""
