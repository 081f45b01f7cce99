"""What the app's server adds to each answer: packed files, how long they are kept, headers."""

import gzip
import re
from collections.abc import Mapping
from threading import Thread

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lstm_viz.app.http.caching import Caching
from lstm_viz.app.http.headers import SafeHeaders
from lstm_viz.app.http.limits import BODY, Limits
from lstm_viz.app.http.looks import Looks
from lstm_viz.app.http.packed import Packing, files, takes_gzip
from lstm_viz.app.http.paths import asked
from lstm_viz.app.http.policy import inline_digests, page_policy
from tests.unit.app.asgi import Answer, ask

GZIP = {"accept-encoding": "gzip, deflate, br"}


def answering(response: Response) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await response(scope, receive, send)

    return app


async def reading(scope: Scope, receive: Receive, send: Send) -> None:
    """Reads the body, as Starlette does for a route, and says how long it was."""
    try:
        length = len(await Request(scope, receive).body())
    except HTTPException as refused:
        await PlainTextResponse(refused.detail, refused.status_code)(scope, receive, send)
        return
    await PlainTextResponse(str(length))(scope, receive, send)


def test_streamlits_scripts_and_styles_are_packed_and_nothing_else() -> None:
    found = files()
    kinds = {path.rpartition(".")[2] for path in found}
    assert {"js", "css"} <= kinds <= {"js", "css", "svg"}
    assert all(path.startswith("/static/") and file.is_file() for path, file in found.items())
    assert any("/PlotlyChart." in path for path in found)


def test_a_file_is_packed_once_and_comes_back_as_it_was() -> None:
    path, file = max(files().items(), key=lambda found: "/index." in found[0])
    packing = Packing(answering(PlainTextResponse("as it is")))
    answer = ask(packing, path, headers=GZIP)
    assert gzip.decompress(answer.body) == file.read_bytes()
    told = answer.headers
    assert told["content-encoding"] == "gzip" and told["vary"] == "Accept-Encoding"
    assert int(told["content-length"]) == len(answer.body) < file.stat().st_size / 2
    assert told["cache-control"] == "public, max-age=31536000, immutable"
    assert re.match(r"(text|application)/(javascript|css)", told["content-type"])
    same = ask(packing, path, headers={**GZIP, "if-none-match": f'"x", W/{told["etag"]}'})
    assert same.status == 304 and same.body == b"" and same.headers["etag"] == told["etag"]
    other = ask(packing, path, headers={**GZIP, "if-none-match": '"x"'})
    assert other.status == 200 and other.body == answer.body


def test_who_takes_no_gzip_or_wants_a_part_gets_the_file_itself() -> None:
    path = next(iter(files()))
    packing = Packing(answering(PlainTextResponse("as it is")))
    plain: list[Mapping[str, str]] = [
        {}, {"accept-encoding": "identity"}, {"accept-encoding": "gzip;q=0, *"},
        {**GZIP, "range": "bytes=0-9"},
    ]  # fmt: skip
    for headers in plain:
        answer = ask(packing, path, headers=headers)
        assert answer.body == b"as it is" and answer.headers["vary"] == "Accept-Encoding", headers
    for other in ("/static/js/none.js", "/", "/static/../app.py", "/forget-gate"):
        answer = ask(packing, other, headers=GZIP)
        assert answer.body == b"as it is" and "vary" not in answer.headers, other


def test_gzip_is_taken_as_the_browser_says() -> None:
    says = {
        "gzip": True, "GZIP;q=0.5, br": True, "br, *": True, "*;q=0": False, "gzip;q=0, *": False,
        "gzip; q=1": True, "gzip;q=a lot": False, "br": False, "": False,
    }  # fmt: skip
    for said, takes in says.items():
        assert takes_gzip(Headers({"accept-encoding": said})) is takes, said


def test_what_was_made_for_a_reader_is_kept_by_the_browser_alone() -> None:
    def kept(path: str, status: int = 200) -> str | None:
        app = Caching(answering(PlainTextResponse("", status)))
        return ask(app, path).headers.get("cache-control")

    assert kept("/media/0a1b.gz") == "private, max-age=31536000, immutable"
    assert kept("/media/0a1b.gz", 404) == "no-store"
    assert kept("/favicon.png") == "public, max-age=86400"
    assert kept("/forget-gate") is None


def safe(response: Response, path: str, asking: Mapping[str, str] | None = None) -> Answer:
    return ask(SafeHeaders(answering(response), "'self'", "p {}"), path, headers=asking)


def test_every_answer_says_what_it_may_do() -> None:
    page = safe(HTMLResponse("<p>"), "/forget-gate").headers
    assert page["content-security-policy"] == page_policy("'self'")
    assert "microphone=(self)" in page["permissions-policy"]
    media = safe(HTMLResponse("<p>"), "/media/0a1b.html").headers["content-security-policy"]
    assert "default-src 'none'" in media and media.endswith("sandbox")
    health = safe(PlainTextResponse("ok"), "/_stcore/health").headers
    assert health["content-security-policy"].startswith("default-src 'none'")
    script = safe(PlainTextResponse("0"), "/static/js/a.js").headers
    assert "content-security-policy" not in script
    for told in (page, health, script):
        assert told["x-content-type-options"] == "nosniff"
        assert told["referrer-policy"] == "same-origin"


def test_a_page_loads_from_and_sends_to_the_app_alone() -> None:
    rules = dict(rule.split(" ", 1) for rule in page_policy("https://a.example").split("; "))
    assert rules["default-src"] == "'none'" and rules["frame-ancestors"] == "https://a.example"
    own = {"'none'", "'self'", "blob:", "data:", "'unsafe-inline'", "'wasm-unsafe-eval'"}
    for name, sources in rules.items():
        left = {one for one in sources.split() if not one.startswith("'sha256-")}
        assert name == "frame-ancestors" or left <= own, name
    assert "'unsafe-inline'" not in rules["script-src"] and "'unsafe-eval'" not in str(rules)
    assert inline_digests("<script>0</script><script src='a'></script>") == [
        "sha256-X+zrZv/IbzjZUnhsbWlsecLbwjndTpG0ZynXOif7V+k="
    ]


def test_a_page_is_the_same_only_with_the_same_policy_and_looks() -> None:
    def page(
        headers: Mapping[str, str] | None = None, ancestors: str = "'self'", looks: str = "p {}"
    ) -> Answer:
        async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
            same = Headers(scope=scope).get("if-none-match") == '"1"'
            answer = Response(status_code=304) if same else HTMLResponse("<p>")
            answer.headers["etag"] = '"1"'
            await answer(scope, receive, send)

        return ask(SafeHeaders(streamlit, ancestors, looks), "/", headers=headers)

    tag = page().headers["etag"]
    again = page({"if-none-match": tag})
    assert again.status == 304 and again.headers["etag"] == tag != '"1"'
    assert again.headers["content-security-policy"] == page_policy("'self'")
    assert page({"if-none-match": '"1"'}).status == 200
    assert page({"if-none-match": tag}, "https://lms.example.edu").status == 200
    assert page({"if-none-match": tag}, looks="p { margin: 0 }").status == 200


def test_a_page_comes_with_its_looks_and_nothing_else_does() -> None:
    def looked(response: Response, path: str = "/", method: str = "GET") -> Answer:
        packing = GZipMiddleware(answering(response), minimum_size=1)  # as Streamlit packs
        return ask(Looks(packing, "p {}"), path, method, GZIP)

    page, style = "<!doctype html><p>ä", "<style>p {}</style>"

    async def in_parts(scope: Scope, receive: Receive, send: Send) -> None:
        kind = (b"content-type", b"text/html")
        await send({"type": "http.response.start", "status": 200, "headers": [kind]})
        for part, more in ((page[:9], True), (page[9:], False)):
            await send({"type": "http.response.body", "body": part.encode(), "more_body": more})

    answer = looked(HTMLResponse(page))
    assert answer.body.decode() == page + style
    assert int(answer.headers["content-length"]) == len(answer.body)
    asked_ahead = looked(HTMLResponse(page), method="HEAD")
    assert asked_ahead.headers["content-length"] == answer.headers["content-length"]
    assert ask(Looks(in_parts, "p {}")).body.decode() == page + style
    others: dict[str, Response] = {
        "/_stcore/health": PlainTextResponse(page),
        "/none": HTMLResponse(page, 404), "/forget-gate": Response(page, 304),
    }  # fmt: skip
    for path, response in others.items():
        assert looked(response, path).body.decode() == page, path
    assert gzip.decompress(looked(HTMLResponse(page), "/media/0a1b.html").body).decode() == page


def test_a_body_that_no_page_sends_is_refused_before_it_is_read() -> None:
    limits = Limits(reading, readers=2)
    said = ask(limits, "/", "POST", {"content-length": str(BODY + 1)})
    assert said.status == 413
    chunks = (b"x" * BODY, b"x")
    assert ask(limits, "/", "POST", chunks=chunks).status == 413
    assert ask(limits, "/", "POST", chunks=chunks[:1]).body == str(BODY).encode()
    upload = ask(limits, "/_stcore/upload_file/s/f", "PUT", chunks=chunks)
    assert upload.body == str(BODY + 1).encode()  # Streamlit has a limit of its own for these


def test_a_server_that_is_full_says_so_in_a_page() -> None:
    seen: list[Answer] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not seen:  # while this reader is here
            seen.append(beside(limits, "websocket"))
            seen.append(beside(limits, "http"))

    def beside(over: ASGIApp, kind: str) -> Answer:
        found: list[Answer] = []
        html = {"accept": "text/html"}
        thread = Thread(target=lambda: found.append(ask(over, headers=html, type=kind)))
        thread.start()
        thread.join()
        return found[0]

    limits = Limits(app, readers=1)
    ask(limits, type="websocket")
    refused, page = seen
    assert refused.status == 0  # closed, and the app was not asked
    assert page.status == 503 and page.headers["retry-after"] == "30"
    assert b"Every seat is taken" in page.body
    assert limits.here == 0 and ask(limits, headers={"accept": "text/html"}).status == 0


def test_a_path_is_read_below_where_the_app_is_served() -> None:
    scope = {"type": "http", "path": "/course/media/x", "root_path": "/course"}
    assert asked(scope) == "/media/x"
    assert asked({**scope, "path": "/course"}) == "/"
    assert asked({**scope, "path": "/courses/x"}) == "/courses/x"
