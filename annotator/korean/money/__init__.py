"""Amounts of money in Korean text: finding them, and reading their value."""

from annotator.korean.money.amounts import amounts, read_amount

__all__ = ["amounts", "read_amount"]
