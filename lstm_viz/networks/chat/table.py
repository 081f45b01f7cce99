"""What was measured of the two chatbots, as a table in Markdown."""

from lstm_viz.networks.chat.files import ATTENTION, PLAIN, load
from lstm_viz.notation import in_powers, percent

HEAD = (
    "| network | lines | how many | right, greedy | right, beam | perplexity |",
    "|---|---|---|---|---|---|",
)
PARTS = (("training", "learned from"), ("held_out", "never seen"))


def table() -> str:
    """A line for each network and each part of the pairs, then those who have no network."""
    rows = []
    for name, words in ((PLAIN, "vector alone"), (ATTENTION, "with attention")):
        for part, lines in PARTS:
            score = load(name).score(part)
            measured = percent(score.exact), percent(score.beam), in_powers(score.perplexity)
            rows.append(f"| {words} | {lines} | {score.lines} | {' | '.join(measured)} |")
    plain = load(PLAIN)
    count = plain.score("held_out").lines
    lookup, bigram = percent(plain.lookup_exact), in_powers(plain.bigram_perplexity)
    rows += [
        f"| the training line with most words in common | never seen | {count} | {lookup} | | |",
        f"| a bigram model, which never sees the line | never seen | {count} | | | {bigram} |",
    ]
    return "\n".join([*HEAD, *rows])
