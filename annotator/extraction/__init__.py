"""From page text or HTML to the article: text, zones, fields, date; pure."""

from annotator.extraction.article import Article, compose
from annotator.extraction.decoding import CANDIDATES, Decoded, decode, decode_as
from annotator.extraction.fields import Fields
from annotator.extraction.lines import PageLine, Reason, toggled
from annotator.extraction.page import Extraction, SourceData, extract
from annotator.extraction.rezoning import rezone
from annotator.extraction.stocks import StockRow

__all__ = [
    "CANDIDATES",
    "Article",
    "Decoded",
    "Extraction",
    "Fields",
    "PageLine",
    "Reason",
    "SourceData",
    "StockRow",
    "compose",
    "decode",
    "decode_as",
    "extract",
    "rezone",
    "toggled",
]
