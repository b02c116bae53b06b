"""Making frozen objects from rows by the thousand."""

from collections.abc import Callable
from dataclasses import fields, make_dataclass
from typing import Any, TypeVar, cast

T = TypeVar("T")


def maker(cls: type[T]) -> Callable[..., T]:
    """Return a function that makes instances of a frozen, slotted dataclass of all its fields, in their order.

    A frozen dataclass sets each field through a call of its own: 16 ms for five thousand spans. Here each is
    made as an instance of a twin that has the same slots and is not frozen, and then told its class: 3 ms.
    """
    names = [field.name for field in fields(cast("Any", cls))]
    twin: Any = make_dataclass(cls.__name__, names, slots=True)

    def make(*values: object) -> Any:  # noqa: ANN401 - what it is, `maker` says
        made = twin(*values)
        made.__class__ = cls
        return made

    return make
