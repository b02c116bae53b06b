"""What the program knows about Korean text: segments, josa, dates, amounts, names; pure."""
