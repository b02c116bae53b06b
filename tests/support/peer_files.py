"""Real files written by other tools, which lie beside the project; tests of them skip where they do not."""

from pathlib import Path

import pytest

PEER_FILES = Path(__file__).parents[2].parent / "shared" / "data" / "peer_files"
needs_peer_files = pytest.mark.skipif(not PEER_FILES.is_dir(), reason="the files of other tools are not here")
