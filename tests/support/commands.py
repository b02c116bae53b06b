"""A command as a shell calls it, in this process."""

from annotator import cli


def run(*arguments: object) -> int:
    """Run a command as the program does."""
    try:
        return cli.main([str(argument) for argument in arguments])
    except SystemExit as ended:
        return int(ended.code or 0)
