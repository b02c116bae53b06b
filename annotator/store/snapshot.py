"""Reading several things as they were at one moment, whatever other connections commit meanwhile."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.store.errors import explained


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Read the block from one state of the file; inside a transaction that is that transaction's."""
    with explained(connection):
        begun = not connection.in_transaction
        if begun:
            connection.execute("BEGIN")
        try:
            yield
        finally:
            # A disk that fails has ended it already.
            if begun and connection.in_transaction:
                connection.execute("COMMIT")
