"""What all tests share: no display is needed, and Hypothesis neither hurries nor keeps a database."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import settings

settings.register_profile("annotator", deadline=None, database=None)
settings.load_profile("annotator")
