from pathlib import Path

import pytest

from boards import SETTINGS, board
from making import make_workspace
from zapis.engine.index import opening
from zapis.engine.index.opening import open_known_workspace
from zapis.workspace import open_workspace


@pytest.mark.parametrize(
    "settings",
    [
        SETTINGS,
        "\ufeff" + SETTINGS.replace("\n", "\r\n"),
        "",
        "# nic\n",
        "projekty: {p: {nazev: Most, loga_hlavicky: [{soubor: logo.png, popis: Logo}]}}\n",
        "osoby: [Eva Malá, Eva Malá]\n",
        "serie: [\n",
    ],
)
def test_a_known_workspace_is_as_if_its_settings_were_read(tmp_path: Path, settings: str):
    board(make_workspace(tmp_path, {"zapis.yaml": settings}))
    assert open_known_workspace(tmp_path) == open_workspace(tmp_path)


def test_known_settings_are_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    board(make_workspace(tmp_path, {"zapis.yaml": SETTINGS}))
    monkeypatch.setattr(opening, "open_workspace", lambda *_: pytest.fail("settings were read"))
    assert open_known_workspace(tmp_path).settings.organization == "Město Lhota"


def test_a_folder_without_settings_has_the_defaults(tmp_path: Path):
    assert open_known_workspace(tmp_path) == open_workspace(tmp_path)
