"""Dates in Korean text: finding them, and reading their value from the day a document was written on."""

from annotator.korean.dates.clock import times
from annotator.korean.dates.lengths import lengths
from annotator.korean.dates.recogniser import dates, read_date

__all__ = ["dates", "lengths", "read_date", "times"]
