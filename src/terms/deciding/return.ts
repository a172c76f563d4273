import type { Piece, Requirement } from "../compiling/cited.ts";
import type { Context } from "../compiling/context.ts";
import { compileHolds } from "../compiling/holds.ts";
import { compileDuties, compileNotes } from "../compiling/notes.ts";
import { compileRequirements } from "../compiling/requirements.ts";
import {
  clearsAll,
  compileDamage,
  compileReturnClauses,
  type ReturnSubject,
} from "../compiling/returnEvents.ts";
import { both, compileCameBack, type ReturnEvent } from "../compiling/returnTimes.ts";
import type { Outcome } from "../receipt.ts";
import { not, unknown, yes } from "../truth.ts";
import type { Case } from "./case.ts";
import type { Program, Settled } from "./program.ts";
import { explainReturn, type Returning } from "./returnReasons.ts";

/** From what does the customer no harm to what does most: of several things the gravest is the answer. */
const byGravity: readonly Outcome[] = ["release", "ask", "remind", "review", "capture"];

/** What follows from what came back, or did not: of an advance exchange, or of parts that are due. */
export function compileReturn(context: Context): Program {
  const holds = compileHolds(context);
  const clauses = compileReturnClauses(holds, context);
  const returning: Returning = {
    clauses,
    holds,
    subjects: [
      ...clauses,
      ...holds.map((hold) => compileDamage(hold, context)),
      ...compileRequirements("return", undefined, context).map((each) => unmet(each, context)),
    ],
    notes: compileNotes("return", context),
    duties: compileDuties("return", context),
  };
  const events = returning.subjects.flatMap((subject) => subject.events);
  return {
    decision: "return",
    settle: (c) => settle(events, c),
    pieces: returning.subjects.flatMap((subject) => subject.events.map((event) => pieceOf(subject, event))),
    explain: (c, outcome) => explainReturn(returning, c, outcome),
    rank: (outcome) => -byGravity.indexOf(outcome),
  };
}

/** What must hold of a return is looked at once something came back. */
function unmet(requirement: Requirement, context: Context): ReturnSubject {
  const cameBack = compileCameBack(context);
  const events: readonly ReturnEvent[] = [
    {
      name: "unmet",
      outcome: requirement.isCurable && requirement.isReview !== true ? "ask" : "review",
      atoms: [...requirement.atoms, { facts: ["claim.returnedAt"], test: cameBack }],
      happens: both(cameBack, (c) => not(requirement.holds(c))),
    },
  ];
  return { ...requirement, applies: cameBack, events, clears: clearsAll(events) };
}

function pieceOf(subject: ReturnSubject, event: ReturnEvent): Piece {
  const atoms = [...subject.atoms, ...event.atoms];
  const facts = new Set(atoms.filter(({ isOptional }) => isOptional !== true).flatMap((atom) => atom.facts));
  return { facts: [...facts].filter((fact) => !subject.presume.has(fact)), test: event.happens, atoms };
}

function settle(events: readonly ReturnEvent[], c: Case): Settled | undefined {
  let gravest = 0;
  let open = 0;
  for (const { outcome, happens } of events) {
    const gravity = byGravity.indexOf(outcome);
    if (gravity > gravest) {
      const truth = happens(c);
      if (truth === yes) {
        gravest = gravity;
      } else if (truth === unknown && gravity > open) {
        open = gravity;
      }
    }
  }
  return open > gravest ? undefined : settlements[gravest];
}

const settlements: readonly Settled[] = byGravity.map((outcome) => ({ outcome }));
