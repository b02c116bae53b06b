"""The rules that hold the house up: sizes, who imports whom, and what no file may name."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "annotator").rglob("*.py"))
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-test.lock")

LONGEST_FILE = 500
LONGEST_FUNCTION = 50
MOST_METHODS = 30
MAIN_WINDOW = 400

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def _too_large() -> Iterator[str]:
    for module in MODULES:
        name = module.relative_to(ROOT).as_posix()
        text = module.read_text(encoding="utf-8")
        lines = len(text.splitlines())
        if lines > (MAIN_WINDOW if module.name == "main_window.py" else LONGEST_FILE):
            yield f"{name}: {lines} lines"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, _FUNCTIONS) and node.end_lineno is not None:
                length = node.end_lineno - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    yield f"{name}:{node.lineno}: {node.name} has {length} lines"
            elif isinstance(node, ast.ClassDef):
                methods = sum(isinstance(item, _FUNCTIONS) for item in node.body)
                if methods > MOST_METHODS:
                    yield f"{name}:{node.lineno}: {node.name} has {methods} methods"


def test_no_file_function_or_class_is_too_large() -> None:
    assert list(_too_large()) == []


def test_the_rooms_import_only_what_they_may() -> None:
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent)) or shutil.which(
        "lint-imports"
    )
    if command is None:
        pytest.skip("import-linter is not installed")
    done = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _tracked() -> list[Path]:
    """Return the files under version control; none where this is not a checkout."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return []
    done = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in done.stdout.split("\0") if name]


# Folders of one machine, and the hosts that serve packages: which one does is the installer's business.
_NOT_OURS = (
    re.compile(r"(?<![\w.}/-])/(?:work|tmp|root|opt|home|Users)/\w"),
    re.compile(r"[A-Za-z]:[\\/]+Users[\\/]"),
    re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org|ubuntu\.com"),
    re.compile(r"--(?:extra-)?index-url|--find-links|--trusted-host"),
)


def test_no_file_names_a_folder_of_one_machine_or_a_host_of_packages() -> None:
    files = _tracked()
    if not files:
        pytest.skip("not a checkout")
    found = []
    for file in files:
        if file == Path(__file__) or not file.is_file():
            continue
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for pattern in _NOT_OURS:
            match = pattern.search(text)
            if match:
                found.append(
                    f"{file.relative_to(ROOT)}:{text.count(chr(10), 0, match.start()) + 1}: {match[0]}"
                )
    assert found == []


def test_the_patterns_find_what_they_are_for() -> None:
    for text in (
        'path = "/' + 'work/main"',
        "see /" + "home/kim/file",
        "C:" + r"\Users\kim",
        "https://files." + "pythonhosted.org/x",
        "--index" + "-url x",
    ):
        assert any(pattern.search(text) for pattern in _NOT_OURS), text
    for text in ("tests/tmp/x", "a/work/b", "https://example.org/home/page", "${HOME}/work/x"):
        assert not any(pattern.search(text) for pattern in _NOT_OURS), text


# A document that a file names: README.md, docs/keys.md, ../CONTRIBUTING.md; not the end of an address.
_NAMED = re.compile(r"(?<![\w./-])(?:\.\./)*\w[\w./-]*\.md\b")
# What documents say of the repository: links and pictures, and paths of it in backticks.
_LINK = re.compile(r"\[[^\]]*\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
_PATH = re.compile(r"`((?:annotator|tests|resources|docs|\.ci)/[a-z_][\w./-]*)`")
_HEADING = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)
_CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def _documents_not_there(file: Path, text: str) -> Iterator[str]:
    """Yield the documents that a file names and nobody finds, from the root or from its folder."""
    for named in _NAMED.findall(text.replace('" / "', "/")):
        if not (ROOT / named).is_file() and not (file.parent / named).is_file():
            yield named


def _targets_not_there(file: Path, text: str) -> Iterator[str]:
    """Yield the paths, links and headings that a document points to and that are not there."""
    yield from (path for path in _PATH.findall(text) if not (ROOT / path).exists())
    for link, heading in _LINK.findall(_CODE.sub("", text)):
        target = file.parent / link if link else file
        if not target.exists():
            yield link
        elif heading and heading not in _anchors(target.read_text(encoding="utf-8")):
            yield f"{link}#{heading}"


def _anchors(text: str) -> set[str]:
    """Return the anchors of the headings of a document, as forges make them."""
    headings = (re.sub(r"[^\w\s-]", "", heading.lower()) for heading in _HEADING.findall(_CODE.sub("", text)))
    return {heading.strip().replace(" ", "-") for heading in headings}


def test_no_file_refers_to_a_document_that_is_not_there() -> None:
    files = _tracked()
    if not files:
        pytest.skip("not a checkout")
    found = []
    for file in files:
        if file == Path(__file__) or file.suffix not in {".py", ".md", ".toml", ".yaml", ".json", ""}:
            continue
        try:
            text = file.read_text(encoding="utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            continue
        missing = list(_documents_not_there(file, text))
        if file.suffix == ".md":
            missing.extend(_targets_not_there(file, text))
        found.extend(f"{file.relative_to(ROOT)}: {name}" for name in missing)
    assert found == []


def test_the_patterns_find_documents_links_and_paths() -> None:
    here, other = ROOT / "docs" / "architecture.md", "not-" + "there"
    for text in (f"see `{other}.md`, 4", f'"""Rules: docs/{other}.md."""', f"(../{other}.md)"):
        assert list(_documents_not_there(here, text)), text
    for text in ("README.md, docs/keys.md", "[a](../CONTRIBUTING.md)", "https://example.org/x.md", "*.md"):
        assert not list(_documents_not_there(here, text)), text
    for text in (f"[a]({other}.md)", "[a](keys.md#no-such-heading)", f"`annotator/{other}.py`"):
        assert list(_targets_not_there(here, text)), text
    for text in (
        "[a](keys.md#mark)",
        "[a](adr/README.md)",
        "[a](https://example.org/x#y)",
        "`annotator/core`",
    ):
        assert not list(_targets_not_there(here, text)), text


def test_the_qt_release_that_ends_the_process_is_refused_and_its_predecessor_is_not() -> None:
    [qt] = [Requirement(line) for line in PYPROJECT["project"]["dependencies"] if line.startswith("PySide6")]
    assert not qt.specifier.contains("6.12.0")
    assert qt.specifier.contains("6.11.3")


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_carry_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "pyside6-essentials==6.12.0" not in text
    for line in text.splitlines():
        assert not re.search(r"https?:|file:|git\+|^-", line), line
    for pinned in re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in pinned, pinned


@pytest.mark.parametrize(
    ("lock", "extras"), [("requirements.lock", ()), ("requirements-test.lock", ("test", "lint"))], ids=LOCKS
)
def test_the_locks_hold_what_the_project_asks_for(lock: str, extras: tuple[str, ...]) -> None:
    project = PYPROJECT["project"]
    wanted = [
        *project["dependencies"],
        *(line for extra in extras for line in project["optional-dependencies"][extra]),
    ]
    text = (ROOT / lock).read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^([\w.-]+)==(\S+)", text, flags=re.MULTILINE))
    for requirement in map(Requirement, wanted):
        version = pinned.get(requirement.name.lower())
        assert version is not None, f"{requirement.name} is not in {lock}"
        assert requirement.specifier.contains(version), f"{requirement} but {version} in {lock}"
