"""Every page is valid HTML to the Nu Html Checker, every Word file to openxml-audit."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from built_documents import NAMES, BuiltWorkspaces
from docx_reading import audit, parse_all

# `npm install vnu-jar` brings it; the variable names node_modules/vnu-jar/build/dist/vnu.jar.
_CHECKER = os.environ.get("ZAPIS_VNU", "")
_JAVA = shutil.which("java")
_UNCHANGED_MEANING = "info"


@pytest.mark.skipif(not _CHECKER, reason="ZAPIS_VNU neukazuje na vnu.jar")
@pytest.mark.skipif(not _JAVA, reason="není Java pro vnu.jar")
def test_pages_have_no_errors(built: BuiltWorkspaces):
    """One call for all: the checker starts for seconds."""
    pages = [str(document.path("html")) for document in built.documents]
    command = [str(_JAVA), "-jar", _CHECKER, "--format", "json", "--exit-zero-always", *pages]
    done = subprocess.run(command, capture_output=True, check=True, timeout=300)  # noqa: S603 - our own pages
    found = json.loads(done.stderr)["messages"]
    assert [
        (Path(item["url"]).name, item.get("lastLine"), item["message"], item.get("extract"))
        for item in found
        if item["type"] != _UNCHANGED_MEANING or item.get("subType") == "warning"
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_word_files_have_no_findings(built: BuiltWorkspaces, name: str, tmp_path: Path):
    data = built[name].path("docx").read_bytes()
    parse_all(data)
    assert audit(data, tmp_path) == []
