"""What the program knows about Korean text: segments, josa, dates, amounts, names; pure."""

from annotator.korean.snap import Snap, Step, ends_in_josa, josa_at, snap

__all__ = ["Snap", "Step", "ends_in_josa", "josa_at", "snap"]
