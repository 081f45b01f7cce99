"""Each element of a page as HTML: what is read, what leads to a recorded screen, what rests."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.site.html import Page, UnknownElementError
from lstm_viz.site.pages import styles
from lstm_viz.site.record import Presses, Target

NEEDS_RUN = "needs a run"


def html_of(write: Callable[[], None], presses: Presses | None = None) -> str:
    at = AppTest.from_function(write, default_timeout=60).run()
    page = Page(presses or {}, lambda page, query: f"app/{page}?{query}", NEEDS_RUN)
    return page.main(at._tree.main)


def test_what_is_read_is_escaped_and_marked_up() -> None:
    def write() -> None:
        import streamlit as st

        st.title("σ < 1 & more", anchor=False)
        st.header("The lesson", anchor="lesson")
        st.markdown("**Kept** [unit](#term-unit) <b>no</b>\n\n| W | $f$ |\n|---|--:|\n| 1 | 2 |")
        with st.expander("How *often*?"):
            st.markdown("- one")

    html = html_of(write)
    assert "<h1>σ &lt; 1 &amp; more</h1>" in html
    assert '<h2 id="lesson">The lesson</h2>' in html
    assert '<strong>Kept</strong> <a href="#term-unit">unit</a> &lt;b&gt;no&lt;/b&gt;' in html
    assert "<td>1</td>" in html and "<mi>f</mi>" in html
    assert "<summary>How <em>often</em>?</summary>" in html and "<li>one</li>" in html
    assert NEEDS_RUN not in html


def test_a_page_keeps_its_own_styles() -> None:
    """Streamlit puts an ``st.html`` that is a style apart from what is seen."""

    def write() -> None:
        import streamlit as st

        st.html("<style>.sheet { color: red; }</style>")
        st.markdown("read")

    tree = AppTest.from_function(write, default_timeout=60).run()._tree
    page = Page({}, lambda page, query: "", NEEDS_RUN)
    assert "<style>" not in page.main(tree.main)
    assert styles(page, tree) == "<style>.sheet { color: red; }</style>"


def test_rows_and_columns_keep_their_shares_and_names() -> None:
    def write() -> None:
        import streamlit as st

        with st.container(key="dials"):
            left, right = st.columns([3, 1], vertical_alignment="center")
            left.markdown("a")
            right.markdown("b")
        with st.container(key="row", horizontal=True, horizontal_alignment="distribute"):
            st.markdown("c")

    html = html_of(write)
    assert 'class="stVerticalBlock st-key-dials"' in html
    assert 'class="stColumn site-center" data-testid="stColumn" style="--weight: 0.7500"' in html
    assert 'class="stHorizontalBlock st-key-row"' in html
    assert "justify-content: space-between" in html


def _controls() -> None:
    import streamlit as st

    st.segmented_control("Part", ["one", "two", "three"], default="one", key="part")
    st.toggle("What if?", key="switch")
    st.selectbox("Start from", ["a", "b", "c"], key="preset")


def test_followed_controls_lead_to_what_was_recorded() -> None:
    presses = {
        ("part", 1): Target("page-two.html", ""),
        ("part", 2): Target("page-three.html", "t=3"),
        ("switch", 1): Target("page-on.html", None),
        ("preset", 1): Target("page-b.html", None),
    }
    html = html_of(_controls, presses)
    assert '<span aria-current="true"><p>one</p></span>' in html
    assert '<a href="page-two.html" ><p>two</p></a>' in html
    assert '<a href="page-three.html?t=3" ><p>three</p></a>' in html
    assert '<a href="page-on.html" data-keeps class="site-switch" role="switch"' in html
    assert '<option data-href="page-b.html" data-keeps>b</option>' in html
    assert "<option disabled data-rests>c</option>" in html
    assert html.count(NEEDS_RUN) == 1  # below the choice of which one option rests


def test_what_needs_a_run_rests_as_it_is_and_says_so_once() -> None:
    def write() -> None:
        import streamlit as st

        with st.container(key="under"):
            st.slider("Gain", 0.5, 2.0, 1.25, 0.25)
            st.slider("Size", 2, 32, 16)
            st.text_input("Story", 'a "quoted" <b>')
            st.toggle("Change", value=True)
            st.button("Measure again")
            st.progress(40, "Step 2")

    html = html_of(write)
    assert 'disabled data-rests min="0.5" max="2" step="0.25" value="1.25"' in html
    assert '<span class="site-value">16</span>' in html
    assert 'value="a &quot;quoted&quot; &lt;b&gt;"' in html
    assert 'role="switch" aria-checked="true"' in html
    assert "Measure again</button>" in html and '<progress max="100" value="40">' in html
    assert html.count("disabled") == 5
    assert html.count(NEEDS_RUN) == 1


def test_a_part_in_the_page_is_pressed_by_a_button() -> None:
    html = html_of(_controls, {("part", 1): Target("#3-True", "")})
    assert '<button type="button" data-state="3-True" ><p>two</p></button>' in html


@pytest.mark.parametrize("call", ["st.code('x')", "st.metric('x', 1)"])
def test_an_element_that_it_does_not_know_is_an_error(call: str) -> None:
    at = AppTest.from_string(f"import streamlit as st\n{call}", default_timeout=60).run()
    with pytest.raises(UnknownElementError, match="The site has no HTML for the element"):
        Page({}, lambda page, query: "", "").main(at._tree.main)
