"""annotator.resources"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from annotator import resources

PACKAGE = Path(resources.__file__).parent


def test_the_root_holds_the_marker_and_what_the_program_needs() -> None:
    assert (resources.root() / resources.MARKER).is_file()
    assert resources.path("fonts", "NotoSansKR-Regular.ttf").is_file()
    assert resources.path("fonts/OFL.txt").is_file()


def test_text_is_read_as_utf_8() -> None:
    assert "SIL Open Font License" in resources.read_text("fonts", "OFL.txt")


@pytest.mark.parametrize(
    "parts",
    [
        ("..",),
        ("fonts", "..", "..", "pyproject.toml"),
        ("fonts/../../pyproject.toml",),
        (r"fonts\..\..\pyproject.toml",),
        ("/etc/passwd",),
        ("fonts", "/etc/passwd"),
        (r"C:\Windows\win.ini",),
        ("C:win.ini",),
        (r"\\server\share\file",),
    ],
)
def test_nothing_outside_is_handed_out(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="not inside"):
        resources.path(*parts)


def _root(package: Path, bundle: Path) -> "subprocess.CompletedProcess[str]":
    """Run a copy of the module from `package`, in a program bundled at `bundle`; it prints its root."""
    package.mkdir(parents=True, exist_ok=True)
    shutil.copy(PACKAGE / "resources.py", package)
    (package / "__init__.py").touch()
    code = f"import sys; sys._MEIPASS = {str(bundle)!r}; from annotator import resources; print(resources.root())"
    return subprocess.run(
        [sys.executable, "-c", code], cwd=package.parent, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("present", "found"),
    [
        (("annotator/_resources", "resources", "bundle/resources"), "annotator/_resources"),
        (("resources", "bundle/resources"), "resources"),
        (("bundle/resources",), "bundle/resources"),
    ],
    ids=["wheel", "checkout", "bundle"],
)
def test_a_wheel_comes_before_a_checkout_before_a_bundle(
    tmp_path: Path, present: tuple[str, ...], found: str
) -> None:
    for folder in present:
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "MANIFEST").touch()
    done = _root(tmp_path / "annotator", tmp_path / "bundle")
    assert done.stdout.strip() == str(tmp_path / found), done.stderr


def test_a_folder_without_the_marker_is_not_taken_and_none_at_all_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    done = _root(tmp_path / "annotator", tmp_path / "bundle")
    assert "FileNotFoundError: no resources beside" in done.stderr
