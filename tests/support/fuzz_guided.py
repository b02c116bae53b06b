"""A fuzz run guided by coverage: `python -m tests.support.fuzz_guided FORMAT [-max_total_time=60] [-runs=20000]`.

Needs atheris, which not every machine has (`python -m pip install atheris`); the further arguments are libFuzzer's. It
begins from files that our own writers made. Nothing may come of an input but entries, rejects and the errors that have
a sentence; anything else stops it, and the input is left beside as a file.
"""

import contextlib
import sys
import tempfile
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("atheris is not installed: python -m pip install atheris")

with atheris.instrument_imports(include=["annotator"]):
    from annotator import formats
    from annotator.core.errors import UserError


def _seeds(format_: str, folder: Path) -> None:
    """Write what our own writers make of a few documents, one file a member, where the tests' helpers are there."""
    with contextlib.suppress(ImportError):
        from tests.support.fuzz import files

        for number, members in enumerate(files(format_)):
            for at, content in enumerate(members.values()):
                (folder / f"{number}-{at}").write_bytes(content)


def main() -> None:
    """Read whatever comes as the format named."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    format_ = sys.argv.pop(1)

    def read(content: bytes) -> None:
        # What a file looks like is said by its first member alone here.
        with contextlib.suppress(UserError):
            for _item in formats.read(content, format=format_):
                pass

    with tempfile.TemporaryDirectory(prefix="annotator-fuzz-") as folder:
        _seeds(format_, Path(folder))
        atheris.Setup([*sys.argv, folder], read)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
