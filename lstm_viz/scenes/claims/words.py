"""What is said of a claim before its test and after it."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.scenes.claims.record import CLAIMS, Claim, Evidence, Verdict

OPENING = (
    f"{len(CLAIMS)} things that people say about LSTMs. Guess, then see it tested here and now."
)
VERDICTS: dict[Verdict, str] = {"true": "True", "false": "False", "depends": "It depends"}


def claimed(claim: Claim) -> Caption:
    return caption(f"“{claim.says}”", claim.setup)


def shown(claim: Claim, evidence: Evidence) -> Caption:
    said = claim.says.rstrip(".")
    return caption(f"{VERDICTS[evidence.verdict]}: “{said}”", f"{evidence.saw} {claim.why}")
