"""Make docs/screenshot.png: the sample, marked with real keys, as it looks on a small screen. Run from the checkout:

QT_QPA_PLATFORM=offscreen python -m tests.support.make_screenshot
"""

import os
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.support.windows import marks, opened

TARGET = Path(__file__).parents[2] / "docs" / "screenshot.png"
ACCEPTED, LAST = 25, "500만 달러"


def main() -> None:
    """Accept what is proposed up to an amount, add a mark by hand, and take the picture."""
    QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANNOTATOR_HOME"] = folder
        with opened() as driver:
            driver.wait_until(lambda: "과학기술정보통신부" in driver.text, "the sample")
            driver.wait_until(lambda: len(driver.workspace.suggesting.open) > ACCEPTED, "what is proposed")
            driver.workspace.focus_article()
            driver.click(0)
            driver.keys("F8")
            while len(marks(driver)) < ACCEPTED:
                driver.keys("Return")
            driver.click(driver.find(LAST, 1)[0] + 2)
            driver.settle()
            driver.picture(TARGET)


if __name__ == "__main__":
    main()
