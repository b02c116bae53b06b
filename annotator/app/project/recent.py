"""A small cache of what was read last, by document."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

# The document shown and its neighbours.
MOST = 8


class Recent(Generic[T]):
    """The last few values that `read` gave, by document id; the oldest goes first."""

    def __init__(self, read: Callable[[int], T], most: int = MOST) -> None:
        self._read = read
        self._most = most
        self._values: OrderedDict[int, T] = OrderedDict()

    def __getitem__(self, document_id: int) -> T:
        """Return the value, read now or kept from before."""
        if document_id in self._values:
            self._values.move_to_end(document_id)
        else:
            self.put(document_id, self._read(document_id))
        return self._values[document_id]

    def items(self) -> list[tuple[int, T]]:
        """Return what is kept."""
        return list(self._values.items())

    def put(self, document_id: int, value: T) -> None:
        """Keep a value in place of what was read before."""
        self._values[document_id] = value
        self._values.move_to_end(document_id)
        while len(self._values) > self._most:
            self._values.popitem(last=False)

    def drop(self, document_id: int) -> None:
        """Forget one value, so that it is read anew."""
        self._values.pop(document_id, None)

    def clear(self) -> None:
        """Forget all."""
        self._values.clear()
