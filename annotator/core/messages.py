"""Messages as an id with arguments: step names and errors that follow the language of the window."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Argument = str | int


@dataclass(frozen=True, slots=True)
class Message:
    """Something to be said to a person: `id` names the sentence, `arguments` fill it."""

    id: str
    arguments: Mapping[str, Argument] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return a form for logs and tracebacks; people are shown the sentence from a table."""
        arguments = ", ".join(f"{name}={value}" for name, value in self.arguments.items())
        return f"{self.id}({arguments})"


def message(id_: str, /, **arguments: Argument) -> Message:
    """Make a message from its id and arguments."""
    return Message(id_, arguments)
