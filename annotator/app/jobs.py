"""Long jobs: what a worker runs, and how it says how far it is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from annotator.core.errors import user_error


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is, in units that a person counts: `unit` is a message id (documents, files, bytes).

    `total` is 0 while it is not known.
    """

    done: int
    total: int
    unit: str


Report = Callable[[Progress], None]
Cancelled = Callable[[], bool]


class Job(Protocol):
    """Work that takes longer than a person waits; it opens its own connection and leaves nothing half done."""

    def run(self, report: Report, cancelled: Cancelled) -> object:
        """Do the work and return its result; UserError for what a person must know."""


def stop_if(cancelled: Cancelled) -> None:
    """Raise UserError `job.cancelled` where the person has cancelled."""
    if cancelled():
        raise user_error("job.cancelled")


def silent(_progress: Progress) -> None:
    """Report to nobody."""


def never() -> bool:
    """Tell that nobody has cancelled."""
    return False
