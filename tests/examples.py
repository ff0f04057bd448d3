"""The examples of the project as a workspace of its own, without what is built from them."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "priklady"
_BUILT = shutil.ignore_patterns("vystup", "verejne", ".zapis")


def copy_examples(folder: Path) -> Path:
    """A copy of the examples as they stand in the repository."""
    shutil.copytree(EXAMPLES, folder, ignore=_BUILT)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below a folder by its path; nothing of the cache."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".zapis" not in path.relative_to(folder).parts
    }
