"""What the program knows about Korean text: segments, josa, dates, amounts, names; pure."""

from annotator.korean.snap import Snap, Step, ends_in_josa, josa_at, snap
from annotator.korean.suggest import suggest
from annotator.korean.suggestion import Suggestion

__all__ = ["Snap", "Step", "Suggestion", "ends_in_josa", "josa_at", "snap", "suggest"]
