"""The person at the keyboard of the benchmarks: the one whose layers the documents of the corpus have."""

from annotator import paths
from annotator.app.settings import Settings, save
from tests.benchmarks.corpus import ANNOTATOR, ANNOTATOR_UID


def move_in() -> None:
    """Make the settings of that person in the home of this run."""
    save(Settings(annotator_uid=ANNOTATOR_UID, annotator_name=ANNOTATOR), paths.settings_file())


if __name__ == "__main__":
    move_in()
