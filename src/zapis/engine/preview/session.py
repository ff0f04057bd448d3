"""A running preview: the thread that knows, the server that tells, and where it listens."""

import datetime as dt
import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

from msgspec import Struct

from zapis.engine.preview.addresses import ADDRESS, address_of
from zapis.engine.preview.keeper import Keeper
from zapis.engine.preview.knowledge import open_knowledge
from zapis.engine.preview.news import News
from zapis.engine.preview.serving import PreviewServer
from zapis.engine.preview.watching import Waker
from zapis.workspace import Workspace

FIRST_PORT, LAST_PORT = 8000, 8099


class PortTakenError(Exception):
    """No server can listen on the port that was asked for, or on any of the usual ones."""


class Preview(Struct, frozen=True):
    """A preview that runs, at the address of its list or of the page that was asked for."""

    address: str
    keeper: Keeper


@contextmanager
def run_preview(
    workspace: Workspace,
    named: frozenset[str],
    today: Callable[[], dt.date],
    port: int | None = None,
) -> Iterator[Preview]:
    """A preview of a workspace, as long as this lasts; nothing is ever written.

    `named` are sources that a person asked for; of one the address is that of its page. `port`
    is the first free one of 8000 to 8099 where it is None, any free one where it is 0. Raises
    `PortTakenError`.
    """
    news, waker = News(), Waker()
    keeper = Keeper(open_knowledge(workspace, named, today), waker, news)
    server = _listen(keeper, port)
    waker.watch(workspace)
    for name, work in (("zapis-ví", keeper.run), ("zapis-odpovídá", server.serve_forever)):
        Thread(target=work, name=name, daemon=True).start()
    page = address_of(next(iter(named))) if len(named) == 1 else "/"
    try:
        yield Preview(f"http://{ADDRESS}:{server.server_port}{page}", keeper)
    finally:
        waker.stop()
        news.close()
        server.shutdown()
        server.server_close()


def _listen(keeper: Keeper, port: int | None) -> PreviewServer:
    root = keeper.knowledge.library.root
    ports = range(FIRST_PORT, LAST_PORT + 1) if port is None else (port,)
    for number in ports:
        try:
            return PreviewServer(number, root, keeper, keeper.news)
        except OSError as problem:
            if problem.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    raise PortTakenError
