"""The claim of most articles of the sample, as the reader shows it -> a picture for the README.

`python -m bench.picture [FILE]` needs the extras `web` and `test`, and Chromium (or $CHROMIUM).
"""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

SAMPLE = Path("sayso/data/sample")
PICTURE = Path("docs/claim.jpg")
WIDTH, HEIGHT = 960, 920  # what of the page is shown
QUALITY = 66  # of the JPEG: letters stay sharp, and it stays below 120 kB


def main(file: Path = PICTURE) -> None:
    """Write the picture."""
    with TemporaryDirectory() as folder, _served(Path(folder) / "sample.db") as base:
        with urllib.request.urlopen(f"{base}/claims.json") as answer:  # noqa: S310
            claim = json.load(answer)[0]["id"]
        _draw(f"{base}/claim/{claim}", file)
    print(f"{file}: {file.stat().st_size / 1000:.0f} kB")


@contextmanager
def _served(record: Path) -> Iterator[str]:
    """Read and link the sample, and serve it; yield the address without a slash at its end."""
    sayso = [sys.executable, "-m", "sayso"]
    named = ["--record", str(record)]
    subprocess.run([*sayso, "read", str(SAMPLE), *named], check=True)  # noqa: S603
    subprocess.run([*sayso, "link", *named], check=True)  # noqa: S603
    command = [*sayso, "serve", "--port", "0", *named]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603
        try:
            line = server.stderr.readline() if server.stderr else ""
            address = re.search(r"http://[\d.:]+", line)
            if address is None:
                raise SystemExit(f"the reader did not start: {line}")
            yield address[0]
        finally:
            server.terminate()


def _draw(address: str, file: Path) -> None:
    from playwright.sync_api import sync_playwright

    program = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(address)
        page.screenshot(path=file, type="jpeg", quality=QUALITY)
        browser.close()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
