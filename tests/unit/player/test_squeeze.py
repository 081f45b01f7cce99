"""Squeezed JavaScript means the same: words stay apart, what stands in quotes stays as it is."""

import pytest

from lstm_viz.player.squeeze import squeezed


@pytest.mark.parametrize(
    "text, expected",
    [
        ("const a = b + c; // d", "const a=b+c;"),
        ("  /** Of a. */\n  a = (b) => {\n    return b;\n  };\n", "a=(b)=>{\nreturn b;\n};"),
        ("a + +b - -c + ++d", "a+ +b- -c+ ++d"),
        ("return x in y ? typeof z : void 0", "return x in y?typeof z:void 0"),
        ('a = "b  // c" + \'d  "e\'', 'a="b  // c"+\'d  "e\''),
        (r'a = "\"  b" + c', r'a="\"  b"+c'),
        ("a = b / c / d", "a=b/c/d"),
        ("a = / \\/ [ /] '/g; b = c", "a=/ \\/ [ /] '/g;b=c"),
        ("return / +/.test(a  / b)", "return/ +/.test(a/b)"),
        ("f(/['\"`]  /u, 1)", "f(/['\"`]  /u,1)"),
        ("a = `b  ${ c + d }  e`", "a=`b  ${c+d}  e`"),
        ("a = `b\n    <i>  c</i>\n    d`", "a=`b\n<i>  c</i>\nd`"),
        ("a = `x ${b ? `y  ${ {c: 1 }.c } z` : ''}  w`", "a=`x ${b?`y  ${{c:1}.c} z`:''}  w`"),
        ("a = `\\`  \\${ $ $b  ${ c }`", "a=`\\`  \\${ $ $b  ${c}`"),
        ("a = `// b` // c `d`\ne = 1", "a=`// b`\ne=1"),
    ],
)
def test_only_what_is_not_needed_goes(text: str, expected: str) -> None:
    assert squeezed(text) == expected
    assert squeezed(expected) == expected
