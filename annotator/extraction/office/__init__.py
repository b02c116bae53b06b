"""From the bytes of an office file, DOCX or HWPX, to its lines, all of them kept, with zones and fields; pure."""

from annotator.extraction.office.files import KINDS, extract_office, office_kind

__all__ = ["KINDS", "extract_office", "office_kind"]
