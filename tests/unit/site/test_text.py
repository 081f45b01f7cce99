"""Markdown and formulas as HTML."""

import pytest

from lstm_viz.site.text import html_of, inline


@pytest.mark.parametrize(
    ("latex", "parts"),
    [
        (r"z_{\tilde{c}} = 0.20 \cdot (-0.60)", ["<msub>", "<mover>", "0.20", "&#x000B7;"]),
        (r"f = \sigma(1.61) \approx 0.83", ["&#x003C3;", "&#x02248;"]),
        (r"\displaystyle h = o \odot \tanh(c)", ["&#x02299;", "tanh"]),
    ],
)
def test_a_formula_is_mathml(latex: str, parts: list[str]) -> None:
    html = html_of(f"so ${latex}$ it is")
    assert html.startswith("<p>so <math") and html.rstrip().endswith("</math> it is</p>")
    assert all(part in html for part in parts)


def test_a_dollar_sign_of_its_own_is_no_formula() -> None:
    assert inline(r"5 \$ and 6 \$") == "5 $ and 6 $"


def test_links_to_elsewhere_open_beside_the_lesson() -> None:
    assert inline("[x](https://a.b/c)") == (
        '<a rel="noopener" target="_blank" href="https://a.b/c">x</a>'
    )
    assert inline("[x](#term-x)") == '<a href="#term-x">x</a>'
