"""The app's server, asked as anybody on the network could ask it; and the app in a frame."""

import asyncio
import gzip
import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import streamlit
from playwright.sync_api import Browser, Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from benchmarks.load.student import Act, Student
from tests.browser.server import ROOT, App, running
from tests.browser.tabs import TIMEOUT
from tests.coroutines import finished

MB = 1024 * 1024
STATIC = Path(streamlit.__file__).parent / "static"


class Answer:
    def __init__(self, answer: http.client.HTTPResponse) -> None:
        self.status, self.headers, self.body = answer.status, answer.headers, answer.read()


def ask(
    app: App,
    path: str,
    method: str = "GET",
    body: bytes | Iterator[bytes] | None = None,
    **headers: str,
) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", app.port, timeout=TIMEOUT / 1000)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        chunked = body is not None and not isinstance(body, bytes)
        connection.request(method, path, body=body, headers=named, encode_chunked=chunked)
        return Answer(connection.getresponse())
    finally:
        connection.close()


def test_scripts_come_packed_and_are_kept_for_ever(app: App) -> None:
    path = max((f for f in STATIC.rglob("*.js")), key=lambda file: file.stat().st_size)
    address, whole = f"/{path.relative_to(STATIC).as_posix()}", path.read_bytes()
    packed = ask(app, address, Accept_Encoding="gzip")
    assert packed.status == 200 and gzip.decompress(packed.body) == whole
    assert packed.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    head = ask(app, address, "HEAD", Accept_Encoding="gzip")
    assert head.body == b"" and int(head.headers["Content-Length"]) == len(packed.body)
    again = ask(app, address, Accept_Encoding="gzip", If_None_Match=packed.headers["ETag"])
    assert again.status == 304 and again.body == b""
    plain = ask(app, address, Accept_Encoding="identity")
    assert plain.body == whole and plain.headers["Vary"] == "Accept-Encoding"
    assert plain.headers["ETag"] != packed.headers["ETag"]
    part = ask(app, address, Accept_Encoding="gzip", Range="bytes=10-19")
    assert part.status == 206 and part.body == whole[10:20]
    assert "Content-Encoding" not in part.headers


def test_a_page_is_asked_for_anew_and_says_what_it_may_do(app: App) -> None:
    page = ask(app, "/")
    assert page.headers["Cache-Control"] == "no-cache"
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    assert ask(app, "/", If_None_Match=page.headers["ETag"]).status == 304


def test_films_are_kept_by_the_browser_and_are_no_pages(app: App) -> None:
    addresses = finished(fetched(app.port, "forget-gate"))
    assert addresses
    for address in addresses:
        answer = ask(app, address)
        assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
        assert answer.headers["Content-Security-Policy"].endswith("sandbox")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert ask(app, "/media/none.gz").headers["Cache-Control"] == "no-store"


async def fetched(port: int, page: str) -> set[str]:
    """What a reader who opens the page is told to fetch."""
    async with Student(port) as student:
        assert await student.does(Act("open", page)), student.visit.errors
        return student.addresses


async def session(socket: ClientConnection) -> str:
    """A reader comes to a page: their session, as the app names it."""
    await socket.send(BackMsg(rerun_script=ClientState(page_name="glossary")).SerializeToString())
    while True:
        message = ForwardMsg.FromString(bytes(await socket.recv()))  # type: ignore[arg-type]
        if message.WhichOneof("type") == "new_session":
            return message.new_session.initialize.session_id


def stream(app: App, most: int | None = None) -> connect:
    address = f"ws://127.0.0.1:{app.port}/_stcore/stream"
    return connect(
        address,
        subprotocols=["streamlit"],
        max_size=most,
        proxy=None,  # type: ignore[list-item]
    )


def test_a_reader_keeps_no_more_files_here_than_are_of_use(app: App) -> None:
    async def reader() -> None:
        async with stream(app) as socket:
            await asyncio.to_thread(_sends_files, app, await session(socket))

    finished(reader())


def _sends_files(app: App, reader: str) -> None:
    cookie = ask(app, "/_stcore/health").headers["Set-Cookie"].partition(";")[0]
    token = {"Cookie": cookie, "X_Xsrftoken": cookie.partition("=")[2]}
    kind = {"Content_Type": "multipart/form-data; boundary=lv", **token}

    def form(size: int) -> bytes:
        head = b'--lv\r\nContent-Disposition: form-data; name="f"; filename="f.csv"\r\n\r\n'
        return head + bytes(size) + b"\r\n--lv--\r\n"

    def put(number: int, body: bytes | Iterator[bytes], **more: str) -> int:
        path = f"/_stcore/upload_file/{reader}/{number}"
        return ask(app, path, "PUT", body, **kind, **more).status

    assert put(0, form(MB)) == 204
    assert put(1, form(2 * MB + 1)) == 413
    endless = iter([form(MB)[: -len(b"\r\n--lv--\r\n")], *(bytes(MB) for _ in range(40))])
    assert put(2, endless, Transfer_Encoding="chunked") == 413
    assert "exceeded the size limit while streaming (3" in app.log  # of 41 million
    statuses = [put(number, form(2 * MB - 1000)) for number in range(3, 25)]
    assert statuses == [204] * 19 + [413] * 3  # 40 MB
    # What is sent back is there again, for the next.
    taken = ask(app, f"/_stcore/upload_file/{reader}/0", "DELETE", **token)
    for number in range(3, 6):
        ask(app, f"/_stcore/upload_file/{reader}/{number}", "DELETE", **token)
    assert taken.status == 204 and put(30, form(2 * MB - 1000)) == 204


def test_what_no_page_sends_is_refused(app: App) -> None:
    assert ask(app, "/", "POST", bytes(MB)).status == 413

    async def says(size: int) -> int | None:
        """How the web socket ends, if it was told before it was cut."""
        async with stream(app) as socket:
            await session(socket)
            try:
                await socket.send(bytes(size))
                while True:
                    await socket.recv()
            except ConnectionClosed as closed:
                return closed.rcvd.code if closed.rcvd else None

    assert finished(says(1 * MB)) == 1002  # read, and no message of Streamlit's
    assert finished(says(5 * MB)) in (1009, None)  # too big
    assert ask(app, "/_stcore/health").status == 200


@contextmanager
def another_site(framed: list[str]) -> Iterator[str]:
    """A page at another address that shows these in frames."""

    class Course(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            for url in framed:
                self.wfile.write(f'<iframe src="{url}" width=1000 height=600></iframe>'.encode())

        def log_message(self, *said: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Course)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_the_app_is_framed_where_it_is_allowed_to_be(
    app: App, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    framed = [f"{app.url}/glossary"]
    with another_site(framed) as site:
        monkeypatch.setenv("LSTM_VIZ_FRAME_ANCESTORS", f"'self' {site}")
        monkeypatch.setenv("LSTM_VIZ_READERS", "1")
        with running(ROOT / "app.py") as allowing:
            framed.append(f"{allowing.url}/glossary")
            page = browser.new_context().new_page()
            said: list[str] = []
            page.on("console", lambda message: said.append(message.text))
            page.goto(site)
            shown = page.frame_locator("iframe").nth(1).get_by_role("heading", level=1)
            expect(shown).to_have_text("References and glossary")
            assert any(app.url in line and "frame-ancestors" in line for line in said), said
            assert "stApp" not in page.frames[1].content()
            # The one seat there is is taken.
            other = page.context.new_page()
            other.goto(allowing.url)
            expect(other.get_by_role("heading")).to_have_text("Every seat is taken")
            page.close()
            seated(other)
            cookies = {cookie["name"] for cookie in other.context.cookies()}
            assert cookies <= {"_streamlit_xsrf", "_streamlit_session"}
            other.context.close()


def seated(page: Page) -> None:
    """As the page itself does it after a while."""
    for _ in range(100):
        page.reload()
        if page.title() != "Every seat is taken" and page.get_by_test_id("stApp").count():
            break
        page.wait_for_timeout(100)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
