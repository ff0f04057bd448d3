"""Previews for tests: running ones, what they answer, and waiting for what they do."""

import http.client
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar
from urllib.parse import quote, urlsplit

from msgspec import Struct

from making import TODAY
from zapis.engine.preview.session import run_preview
from zapis.workspace import open_workspace

Found = TypeVar("Found")
_PATIENCE = 20.0


class Answer(Struct, frozen=True):
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Previewed(Struct, frozen=True):
    """A preview that runs, and the folder that it shows."""

    root: Path
    address: str

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{quote(path)}"

    def ask(
        self, address: str, headers: Mapping[str, str] = MappingProxyType({}), method: str = "GET"
    ) -> Answer:
        """The answer to a request for exactly this address."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        connection.request(method, address, headers=dict(headers))
        got = connection.getresponse()
        answer = Answer(got.status, dict(got.getheaders()), got.read())
        connection.close()
        return answer

    def page(self, path: str = "") -> str:
        """The page of a path."""
        return self.ask(f"/{quote(path)}").text

    def document(self, path: str) -> str:
        """The document in the frame of the page of a source; empty where there is none."""
        _, _, behind = self.page(path).partition('<iframe src="')
        address = behind.partition('"')[0]
        return self.ask(f"/{quote(path)}{address}").text if address else ""


def until(look: Callable[[], Found], wanted: Callable[[Found], bool]) -> Found:
    """What is seen once it is as wanted, or at the end of the patience."""
    end = time.monotonic() + _PATIENCE
    while not wanted(found := look()) and time.monotonic() < end:
        time.sleep(0.02)
    return found


@contextmanager
def previewed(root: Path, *named: str) -> Iterator[Previewed]:
    """A preview of a workspace at a free port, which has read everything."""
    with run_preview(open_workspace(root), frozenset(named), lambda: TODAY, 0) as preview:
        shown = Previewed(root, preview.address)
        until(preview.keeper.progress, lambda progress: progress.is_complete)
        yield shown
