"""The machine that the absolute figures belong to, in one line, and whether it was busy with other things."""

import os
import platform
import sqlite3
from contextlib import suppress
from importlib import metadata
from pathlib import Path


def described() -> str:
    """Return the processor, its cores, the system and the versions of what does the work."""
    versions = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    versions += [f"{name} {found}" for name in ("PySide6-Essentials", "orjson") if (found := _version(name))]
    return f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}; {', '.join(versions)}"


def busy() -> str:
    """Return how busy the machine is, "" where it is at rest or does not say."""
    with suppress(OSError, AttributeError):
        load = os.getloadavg()[0]
        if load > 0.5:
            return f"not at rest: load {load:.1f}; absolute figures are worth less"
    return ""


def _version(name: str) -> str:
    with suppress(metadata.PackageNotFoundError):
        return metadata.version(name)
    return ""


def _processor() -> str:
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
