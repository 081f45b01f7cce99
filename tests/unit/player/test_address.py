"""The address is written by the page whose it is, and by no other."""

from tests.unit.node import in_node

HARNESS = """
import { Address } from "player/shared/address.js";
const answer = ({ page, mounted, now, search }) => {
  let shown = null;
  globalThis.history = { state: null, replaceState: (state, title, url) => (shown = url) };
  globalThis.location = { pathname: mounted, search: "", hash: "" };
  const address = new Address();
  address.open("unit=99", page);
  globalThis.location = { pathname: now, search, hash: "" };
  address.show({ t: 2 });
  return shown;
};
"""


def test_a_page_writes_only_its_own_address(tmp_path):
    ask = in_node(tmp_path, HARNESS)
    own, step, kept = "/read-along?unit=99&t=3", "/step-through", "?embed=true&x=1"
    for page, mounted, now, search, wanted in [
        ("read-along", "/read-along", "/read-along", "", own),
        ("read-along", "/read-along", "/read-along", kept, f"{own}&embed=true"),
        ("read-along", "/read-along", step, "", None),
        ("read-along", step, step, "", None),  # shown a moment too late: the reader went back
        ("read-along", step, "/below/read-along", "", f"/below{own}"),
        ("", "/", "/", "", "/?unit=99&t=3"),
        ("", "/", step, "", None),
        (None, "/own.html", "/own.html", "", "/own.html?unit=99&t=3"),
        (None, "/own.html", "/other.html", "", None),
    ]:
        sent = {"page": page, "mounted": mounted, "now": now, "search": search}
        assert ask(sent) == wanted, sent
