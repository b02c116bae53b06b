"""Mark agencies, sectors, amounts and dates in Korean news articles."""

__version__ = "0.1.0"
