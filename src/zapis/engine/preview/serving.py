"""The server of the preview: pages, documents, files of the workspace, news as they come."""

import os
import shutil
from collections import OrderedDict
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Protocol
from urllib.parse import parse_qs, urlsplit

from msgspec import Struct, field

from zapis.engine.preview.addresses import (
    ADDRESS,
    OTHER_TYPE,
    address_of,
    find_file,
    is_own_host,
    is_own_site,
    media_type,
    path_of,
)
from zapis.engine.preview.making import Page
from zapis.engine.preview.news import News
from zapis.engine.preview.overview import Overview, Progress
from zapis.engine.preview.pages import digest_of, document_page, message_page, overview_page
from zapis.render.templates import find_templates

OWN = "/.nahled/"
_EVENTS = f"{OWN}udalosti"
_OWN_FILES: Mapping[str, str] = MappingProxyType(
    {"nahled.css": "text/css; charset=utf-8", "nahled.js": "text/javascript; charset=utf-8"}
)
_HTML = "text/html; charset=utf-8"
_TEXT = "text/plain; charset=utf-8"
_HEARTBEAT = 5.0
_MOST_DOCUMENTS = 32

_FOR_PAGES = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_FOR_DOCUMENTS = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
_FOR_FILES = f"{_FOR_DOCUMENTS}; sandbox"
_FOR_PDF = "frame-ancestors 'none'"  # browsers show no PDF in a sandbox


class Source(Protocol):
    """Where pages come from."""

    def page(self, path: str) -> Page | None: ...
    def overview(self) -> Overview: ...
    def progress(self) -> Progress: ...
    def moved(self, path: str) -> str | None: ...


class Documents(Struct, frozen=True):
    """The last documents that pages asked for in their frames, by what they are called there."""

    known: OrderedDict[str, bytes] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def keep(self, document: bytes) -> None:
        """Have a document ready."""
        with self.lock:
            self.known[digest_of(document)] = document
            self.known.move_to_end(digest_of(document))
            if len(self.known) > _MOST_DOCUMENTS:
                self.known.popitem(last=False)

    def find(self, digest: str) -> bytes | None:
        """A document that was kept."""
        with self.lock:
            return self.known.get(digest)


class PreviewServer(ThreadingHTTPServer):
    """Listens on 127.0.0.1 only; raises OSError where the port is taken."""

    daemon_threads = True
    # On Windows this would let two programs listen on one port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, root: Path, source: Source, news: News) -> None:
        """`port` 0 is any free one."""
        self.root, self.source, self.news = root, source, news
        self.documents = Documents()
        super().__init__((ADDRESS, port), _Handler)

    def handle_error(self, _request: object, _client: object) -> None:
        """A browser that went away is no news to anybody."""


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: PreviewServer
    server_version = "zapis"
    sys_version = ""

    def do_GET(self) -> None:
        headers = self.headers
        if not is_own_host(headers.get("Host"), self.server.server_port):
            self._refuse(421, "Náhled odpovídá jen na adrese 127.0.0.1.")
        elif not is_own_site(headers.get("Sec-Fetch-Site"), headers.get("Sec-Fetch-Mode")):
            self._refuse(403, "Náhled se jiným stránkám nevydává.")
        elif self.path.startswith(_EVENTS):
            self._tell_news()
        elif self.path.startswith(OWN):
            self._send_own(self.path[len(OWN) :].partition("?")[0])
        else:
            self._answer(path_of(self.path))

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *_arguments: object) -> None:
        """Requests are nobody's business."""

    def _answer(self, path: str | None) -> None:
        query = parse_qs(urlsplit(self.path).query)
        if path is None:
            self._refuse(404, "Taková adresa v náhledu není.")
        elif digest := query.get("dokument"):
            self._send_document(digest[0])
        else:
            try:
                self._send_page(path)
            except Exception as fault:  # noqa: BLE001 - a fault of zapis is told, not hidden
                words = f"Neočekávaná chyba v programu zapis ({type(fault).__name__}: {fault})."
                self._send_html(message_page("Náhled se nepovedl", words, path), 500)

    def _send_page(self, path: str) -> None:
        source = self.server.source
        if not path:
            self._send_html(overview_page(source.overview(), source.progress()))
        elif page := source.page(path):
            if page.is_plain:
                self._send_file(path)
                return
            if page.document is not None:
                self.server.documents.keep(page.document)
            self._send_html(document_page(page, source.progress()))
        elif moved := source.moved(path):
            self._head(302, _TEXT, 0, _FOR_PAGES, {"Location": address_of(moved)})
        else:
            self._send_file(path)

    def _send_document(self, digest: str) -> None:
        document = self.server.documents.find(digest)
        if document is None:
            self._refuse(404, "Tato podoba dokumentu už není; obnovte stránku.")
        else:
            self._send(document, _HTML, _FOR_DOCUMENTS)

    def _send_file(self, path: str) -> None:
        """A file of the workspace, as it is on the disk."""
        file = find_file(self.server.root, path)
        if file is None:
            words = f"Soubor „{path}“ v pracovní složce není. Jakmile v ní bude, ukáže se tu."
            self._send_html(message_page("Soubor tu není", words, path), 404)
            return
        kind = media_type(path)
        policy = _FOR_PDF if kind == "application/pdf" else _FOR_FILES
        more = {"Content-Disposition": "attachment"} if kind == OTHER_TYPE else {}
        try:
            with file.open("rb") as stream:
                size = os.fstat(stream.fileno()).st_size
                self._head(200, kind, size, policy, more)
                if self.command == "GET":
                    shutil.copyfileobj(stream, self.wfile)
        except PermissionError:
            self._refuse(403, "K tomuto souboru chybí oprávnění.")

    def _send_own(self, name: str) -> None:
        if name in _OWN_FILES:
            self._send((find_templates() / name).read_bytes(), _OWN_FILES[name], _FOR_FILES)
        else:
            self._refuse(404, "Taková adresa v náhledu není.")

    def _tell_news(self) -> None:
        """Tell the page at once and whenever something is new, until it goes away."""
        path = parse_qs(urlsplit(self.path).query).get("strana", [""])[0]
        news, known = self.server.news, None
        self._head(200, "text/event-stream; charset=utf-8", None, _FOR_FILES)
        with news.reader(path):
            self.wfile.write(b"retry: 500\n\n")
            while not news.closed:
                number = news.wait(known, _HEARTBEAT)
                known = known if number is None else number
                self.wfile.write(b":\n\n" if number is None else f"data: {number}\n\n".encode())
                self.wfile.flush()

    def _refuse(self, status: int, words: str) -> None:
        self._send(words.encode(), _TEXT, _FOR_FILES, status)

    def _send_html(self, page: str, status: int = 200) -> None:
        self._send(page.encode(errors="replace"), _HTML, _FOR_PAGES, status)

    def _send(self, data: bytes, kind: str, policy: str, status: int = 200) -> None:
        self._head(status, kind, len(data), policy)
        if self.command == "GET":
            self.wfile.write(data)

    def _head(
        self,
        status: int,
        kind: str,
        size: int | None,
        policy: str,
        more: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.send_response(status)
        length = {} if size is None else {"Content-Length": str(size)}
        for name, value in {
            "Content-Type": kind,
            **length,
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "no-store",
            **more,
        }.items():
            self.send_header(name, value)
        self.end_headers()
