"""Hold the catalogue of translations against the code: `check` for the gate, `update` for a developer.

python tests/support/check_translations.py          says what is missing, stale or not compiled; exit 1
python tests/support/check_translations.py update   brings the .ts up to the code and compiles the .qm
"""

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "resources" / "i18n" / "annotator_ko.ts"
COMPILED = CATALOGUE.with_suffix(".qm")
Key = tuple[str, str, str]


def tool(name: str) -> str:
    """Return the path of one of PySide6's tools, beside the running Python."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name) or name


def lupdate(catalogue: Path) -> None:
    """Bring a catalogue up to the code."""
    folders = (ROOT / "annotator" / "ui", ROOT / "annotator" / "core" / "sentences")
    sources = sorted(str(path) for folder in folders for path in folder.rglob("*.py"))
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", "ko"]
    run([tool("pyside6-lupdate"), *options, *sources, "-ts", str(catalogue)])


def lrelease(catalogue: Path, compiled: Path) -> None:
    """Compile a catalogue."""
    run([tool("pyside6-lrelease"), "-silent", str(catalogue), "-qm", str(compiled)])


def run(command: list[str]) -> None:
    """Run a tool; what it prints is shown where it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command[0]} failed: {done.stdout}{done.stderr}")


def read(catalogue: Path) -> dict[Key, tuple[str, str]]:
    """Return (state, translation) by (context, source, comment)."""
    found: dict[Key, tuple[str, str]] = {}
    for context in ET.parse(catalogue).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            key = (name, message.findtext("source") or "", message.findtext("comment") or "")
            assert translation is not None
            found[key] = (translation.get("type") or "", translation.text or "")
    return found


def problems() -> list[str]:
    """Return what is wrong with the committed catalogue."""
    with tempfile.TemporaryDirectory() as name:
        fresh, compiled = Path(name) / CATALOGUE.name, Path(name) / COMPILED.name
        shutil.copy(CATALOGUE, fresh)
        lupdate(fresh)
        lrelease(CATALOGUE, compiled)
        committed, wanted = read(CATALOGUE), read(fresh)
        found = [f"not in the catalogue: {key}" for key in wanted.keys() - committed.keys()]
        found += [f"no longer in the code: {key}" for key in committed.keys() - wanted.keys()]
        found += [f"unfinished: {key}" for key, (state, text) in committed.items() if state or not text]
        if not COMPILED.exists() or compiled.read_bytes() != COMPILED.read_bytes():
            found.append("the .qm is not what the .ts compiles to")
    return sorted(found)


def main(argv: list[str]) -> int:
    """Check, or update."""
    if argv == ["update"]:
        lupdate(CATALOGUE)
        lrelease(CATALOGUE, COMPILED)
        return 0
    found = problems()
    print("\n".join(found) or "translations: all fresh")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
