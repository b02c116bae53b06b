"""Office files as archives of XML: which kind they are, their parts, and what is refused."""

import re
from io import BytesIO
from typing import TYPE_CHECKING, Final

from annotator.core.errors import user_error
from annotator.extraction.office.lines import OfficeLine

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

    from annotator.extraction.page import Extraction

DOCX: Final = "docx"
HWPX: Final = "hwpx"
KINDS: Final = (DOCX, HWPX)
"""What office files may be."""

_MAGIC: Final = b"PK\x03\x04"
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST: Final = 64 << 20
_SECTION: Final = re.compile(r"Contents/section(\d{1,4})\.xml")


def office_kind(content: bytes) -> str:
    """Return which kind of office file the bytes are, "" for none of them.

    UserError `office.old` for the files of older programs (.doc, .hwp) and for those locked with a password.
    """
    if content.startswith(_OLD):
        raise user_error("office.old")
    if not content.startswith(_MAGIC):
        return ""
    from annotator.core import safe_zip

    try:
        with safe_zip.opened(BytesIO(content)) as archive:
            names = set(archive.namelist())
    except safe_zip.ZipRefusedError:
        return ""
    if "word/document.xml" in names:
        return DOCX
    return HWPX if any(map(_SECTION.fullmatch, names)) else ""


def extract_office(content: bytes, kind: str) -> "Extraction":
    """Return the proposal for an office file; UserError where its archive or its XML is refused."""
    from annotator.core import safe_zip
    from annotator.extraction.office.proposal import propose

    with safe_zip.opened(BytesIO(content)) as archive:
        return propose(_docx(archive) if kind == DOCX else _hwpx(archive))


def _docx(archive: "ZipFile") -> list[OfficeLine]:
    from annotator.extraction.office.docx import read_docx

    def part(name: str) -> "Element | None":
        return _xml(archive, name)

    return read_docx(part)


def _hwpx(archive: "ZipFile") -> list[OfficeLine]:
    from annotator.extraction.office.hwpx import read_hwpx

    found = filter(None, map(_SECTION.fullmatch, archive.namelist()))
    names = sorted((int(match[1]), match[0]) for match in found)
    sections = (section for _, name in names if (section := _xml(archive, name)) is not None)
    return read_hwpx(sections, _xml(archive, "Contents/header.xml"))


def _xml(archive: "ZipFile", name: str) -> "Element | None":
    from annotator.core import safe_zip
    from annotator.core.safe_xml import tree

    content = safe_zip.part(archive, name, _LARGEST)
    return None if content is None else tree(BytesIO(content))
