"""The player's JavaScript is modules with real imports, and what is sent is made of these alone."""

import re
import subprocess

import pytest

from lstm_viz.player.assets import (
    FIGURE,
    PAGE,
    PLAYER,
    READING,
    TYPING,
    figure_script,
    module,
    page_script,
    reading_script,
    script,
    typing_script,
)
from lstm_viz.player.bundle import BundleError, bundle, declared, exported, imports, order
from tests.unit.node import MODULES, NODE

PATHS = sorted(path.relative_to(MODULES).as_posix() for path in MODULES.rglob("*.js"))
BUNDLES = {
    PLAYER: script,
    PAGE: page_script,
    FIGURE: figure_script,
    READING: reading_script,
    TYPING: typing_script,
}


def test_every_module_belongs_to_a_bundle():
    assert {path for entry in BUNDLES for path in order(entry, module)} == set(PATHS)


def test_there_is_no_circle_of_imports():
    arrows = {path: imports(path, module(path)) for path in PATHS}
    assert sum(map(len, arrows.values())) > 100
    for path in PATHS:
        order(path, module)  # raises for a circle


def test_what_is_imported_exists_and_is_used():
    for path in PATHS:
        text = module(path)
        rest = "\n".join(line for line in text.split("\n") if not line.startswith("import "))
        for source, names in imports(path, text).items():
            for name in names:
                assert name in exported(module(source)), f"{path}: {name} is not in {source}"
                assert re.search(rf"\b{name}\b", rest), f"{path} does not use {name}"


def test_what_both_components_use_lies_in_shared():
    both = set.intersection(*(set(order(entry, module)) for entry in BUNDLES))
    assert {path for path in both if not path.startswith("shared/")} == set()


@pytest.mark.parametrize("entry", BUNDLES)
def test_a_bundle_stands_alone(entry, tmp_path):
    text = BUNDLES[entry]()
    assert not re.search(r"^\s*import\b(?!\()", text, re.MULTILINE)
    exports = re.findall(r"^export .*? (\w+)\(", text, re.MULTILINE)
    assert exports == ([] if entry in (PAGE, FIGURE) else ["mount"])  # a page plays by itself
    names = [name for path in order(entry, module) for name in declared(module(path))]
    assert set(names) <= set(declared(text)) and len(set(names)) == len(names)
    assert "//" not in re.sub(r"https?://|[\"'`].*|^.*[\"'`]", "", text, flags=re.MULTILINE)
    (tmp_path / "bundle.mjs").write_text(text, encoding="utf-8")
    subprocess.run([NODE, "--check", str(tmp_path / "bundle.mjs")], check=True, timeout=60)


# ---- what cannot be joined ---------------------------------------------------------------------


def joined(**texts):
    files = {f"{name}.js": text for name, text in texts.items()}
    return bundle("a.js", files.__getitem__)


def test_modules_stand_after_what_they_import():
    b = 'import { c } from "./c.js";\n/** Of b. */\nexport const b = () => c; // as c\n'
    a = 'import { b } from "./b.js";\n// Of a.\nexport default [\n  b(),\n]'
    assert joined(a=a, b=b, c="export const c = 1;") == (
        "const c=1;\nconst b=()=>c;\nexport default[\nb(),\n]"
    )


@pytest.mark.parametrize(
    "b, said",
    [
        (
            'import { a } from "./a.js";\nexport const b = 1;',
            "circle of imports: a.js → b.js → a.js",
        ),
        ("export const b = 1;\nfunction c() {}", "c is declared in b.js and in a.js"),
        ("const b = 1;", r"a.js imports \['b'\], not exported by b.js"),
        ('import * as x from "./x.js";', "b.js: expected import"),
        ('import x from "./x.js";', "b.js: expected import"),
        ('export { x } from "./x.js";', "b.js: expected import"),
    ],
)
def test_what_cannot_be_one_file_is_refused(b, said):
    with pytest.raises(BundleError, match=said):
        joined(a='import { b } from "./b.js";\nconst c = b;', b=b)
