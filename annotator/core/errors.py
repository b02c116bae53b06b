"""The one kind of error that is explained to a person; anything else is a bug."""

from annotator.core.messages import Argument, Message, message


class UserError(Exception):
    """A condition of the outside world or of the input (locked, disk full, not this format), to be told."""

    def __init__(self, told: Message) -> None:
        super().__init__(str(told))
        self.message = told


def user_error(id_: str, /, **arguments: Argument) -> UserError:
    """Make a UserError from a message id and its arguments."""
    return UserError(message(id_, **arguments))
