"""Runs a command for each file of a list: JOBS LIST TARGET ENDING COMMAND…, so many at a time."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def main(jobs: int, listed: Path, target: Path, ending: str, command: list[str]) -> None:
    """Each file to a file of the same name in the target folder; all must succeed."""

    def convert(name: str) -> None:
        output = target / f"{Path(name).stem}.{ending}"
        words = [*command, "-o", str(output), name]
        subprocess.run(words, check=True, capture_output=True)  # noqa: S603 - our own command

    names = listed.read_text(encoding="utf-8").splitlines()
    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(convert, names))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4], sys.argv[5:])
