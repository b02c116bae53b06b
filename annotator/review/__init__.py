"""Comparing and adjudicating layers; pure."""
