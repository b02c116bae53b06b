"""What formats share that are written only."""

from collections.abc import Iterator

from annotator.core.entry import Entry, Reject
from annotator.core.errors import user_error
from annotator.formats.base import Bundle


class WriteOnly:
    """A format that no file is read as; the format says its own `id`."""

    id = ""
    can_read = False
    can_write = True

    def sniff(self, bundle: Bundle) -> bool:  # noqa: ARG002 - it reads nothing
        """Tell that no file is read."""
        return False

    def read(self, bundle: Bundle, **options: object) -> Iterator[Entry | Reject]:  # noqa: ARG002 - the same
        """Raise UserError: it is written only."""
        raise user_error("format.cannot-read", format=self.id)
