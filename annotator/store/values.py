"""The values that spans of a label carry, the most used first."""

from sqlite3 import Connection

from annotator.core.values import Norm

# What was marked long ago counts no more than what is marked now, and a pause is felt.
_LOOKED_AT = 20_000

_USED = """
SELECT value_type, value, unit, mod, ref FROM (
    SELECT value_type, value, unit, mod, ref FROM span
    WHERE label_id = :label AND value IS NOT NULL ORDER BY id DESC LIMIT :most
) GROUP BY 1, 2, 3, 4, 5 ORDER BY COUNT(*) DESC, value
"""


def used(connection: Connection, label_id: int) -> list[Norm]:
    """Return the different values of the label's latest spans, the most used first."""
    rows = connection.execute(_USED, {"label": label_id, "most": _LOOKED_AT})
    return [Norm(*row) for row in rows]
