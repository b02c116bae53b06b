"""A handler that carries its own value, in place of a lambda on a signal."""

from collections.abc import Callable


class Call:
    """Calls a method with one value, whatever the signal carries."""

    def __init__(self, method: Callable[..., object], value: object) -> None:
        self._method = method
        self._value = value

    def __call__(self, *_carried: object) -> object:
        """Call the method."""
        return self._method(self._value)
