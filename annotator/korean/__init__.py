"""What the program knows about Korean text: segments, josa, dates, amounts, names; pure."""

from annotator.korean.reading import read_amount, read_date
from annotator.korean.snap import Snap, Step, ends_in_josa, josa_at, snap
from annotator.korean.suggest import suggest
from annotator.korean.suggestion import Reading, Suggestion

__all__ = [
    "Reading", "Snap", "Step", "Suggestion", "ends_in_josa", "josa_at", "read_amount", "read_date", "snap", "suggest",
]  # fmt: skip
