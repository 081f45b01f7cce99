"""The table of pages, in the order of the navigation. A page is its file and one line here."""

from dataclasses import dataclass

from lstm_viz.lesson.scenes import SCENES


@dataclass(frozen=True)
class Page:
    """`file` is relative to app.py; the page that is `default` is the one the app opens on."""

    file: str
    url_path: str
    title: str
    group: str
    default: bool = False


LEARN, EXPLORE = "Learn", "Explore"

PAGES: tuple[Page, ...] = (
    *(
        Page(
            f"pages/{scene.id.replace('-', '_')}.py",
            scene.id,
            scene.title,
            LEARN,
            default=scene is SCENES[0],
        )
        for scene in SCENES
    ),
    Page("pages/step_through.py", "step-through", "Step through a cell", EXPLORE),
)


def file_of(url_path: str) -> str:
    """The file of the page at this address, for `st.page_link`."""
    return next(page.file for page in PAGES if page.url_path == url_path)
