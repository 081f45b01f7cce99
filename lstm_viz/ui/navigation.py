"""The table of pages, in the order of the navigation. A page is its file and one line here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """`file` is relative to app.py; the page that is `default` is the one the app opens on."""

    file: str
    url_path: str
    title: str
    default: bool = False


PAGES: tuple[Page, ...] = (
    Page("pages/step_through.py", "step-through", "Step through a cell", default=True),
    Page("pages/phone_call.py", "phone-call", "The phone call"),
)
