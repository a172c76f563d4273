import { pieceOf, type Requirement } from "../compiling/cited.ts";
import type { Context } from "../compiling/context.ts";
import { allHold, compileRequirements } from "../compiling/requirements.ts";
import type { Decision } from "../document.ts";
import { no, unknown, yes } from "../truth.ts";
import type { Case } from "./case.ts";
import type { Explanation, Program } from "./program.ts";
import { doorsOf, Weighing } from "./reasons.ts";

/** A person looks before something is given, where a requirement says so; what is refused anyway stays so. */
export function withReviews(program: Program, decision: Decision, context: Context): Program {
  const reviews = compileRequirements(decision, undefined, context).filter(({ isReview }) => isReview);
  if (reviews.length === 0) {
    return program;
  }
  const passes = allHold(reviews);
  return {
    ...program,
    settle: (c) => {
      const settled = program.settle(c);
      if (settled === undefined || settled.outcome === "refused") {
        return settled;
      }
      const passed = passes(c);
      if (passed === yes) {
        return settled;
      }
      return passed === unknown ? undefined : { outcome: "hold" };
    },
    pieces: [...program.pieces, ...reviews.map((review) => pieceOf(review, review.holds))],
    explain: (c, outcome, settled) =>
      outcome === "hold" ? waiting(reviews, c) : program.explain(c, outcome, settled),
    rank: (outcome) => (outcome === "hold" ? program.rank("incomplete") : program.rank(outcome)),
  };
}

function waiting(reviews: readonly Requirement[], c: Case): Explanation {
  const weighed = new Weighing(c);
  for (const review of reviews) {
    if (review.holds(c) === no) {
      weighed.cite(review, "fails", review.detail?.(c));
      weighed.blame(review, "fails", review.detail?.(c));
    }
  }
  return {
    because: weighed.because,
    against: weighed.against,
    fee: null,
    uses: null,
    returns: null,
    deadlines: [],
    doors: doorsOf(weighed.blamed, c),
    obstacles: [weighed.blamed],
  };
}
