"""What this process has used so far: CPU time, and the memory it holds now."""

import resource
import sys
from pathlib import Path


def cpu_seconds() -> float:
    """Return the CPU seconds of this process since it was started, its imports included."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def resident_mb() -> float:
    """Return the megabytes in memory now; where the system does not say, the most there were."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text("ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 / (1024 if sys.platform == "darwin" else 1)
