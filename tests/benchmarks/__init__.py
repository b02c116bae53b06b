"""Benchmarks of what the program must hold; `python -m tests.benchmarks` runs them, pytest does not."""
