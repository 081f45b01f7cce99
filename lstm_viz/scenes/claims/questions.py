"""Whether a claim is true: asked before its test runs, which is the question's run."""

from __future__ import annotations

from functools import partial

from lstm_viz.lesson.question import Again, Choice, Option
from lstm_viz.scenes.claims.record import Claim, Evidence, Verdict
from lstm_viz.scenes.claims.words import VERDICTS

ANSWERS: dict[Verdict, str] = {"true": "Yes", "false": "No", "depends": "It depends"}


def question(claim: Claim) -> Choice:
    """Three answers; who holds the misconception gives the one that ``believed`` says."""
    return Choice(
        f"claim-{claim.id}",
        1,
        0,
        f"“{claim.says}” Is it true?",
        tuple(
            Option(
                VERDICTS[verdict],
                partial(_is, verdict),
                _concept(claim, verdict, claim.believed),
            )
            for verdict in VERDICTS
        ),
        lambda evidence: evidence.saw,
        Again(
            claim.concept,
            f"“{claim.again}” Is that so?",
            tuple(
                Option(
                    ANSWERS[verdict],
                    partial(_again_is, claim, verdict),
                    _concept(claim, verdict, claim.again_believed),
                )
                for verdict in ANSWERS
            ),
            lambda evidence: evidence.saw,
        ),
    )


def _concept(claim: Claim, verdict: Verdict, believed: bool) -> str | None:
    return claim.concept if verdict == ("true" if believed else "false") else None


def _is(verdict: Verdict, evidence: Evidence) -> bool:
    return evidence.verdict == verdict


def _again_is(claim: Claim, verdict: Verdict, evidence: Evidence) -> bool:
    return claim.relation(evidence.verdict) == verdict
