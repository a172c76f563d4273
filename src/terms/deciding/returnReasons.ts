import { toPerson } from "../compiling/cited.ts";
import { type CompiledHold, holdOf, renewBy } from "../compiling/holds.ts";
import type { Duty, Note } from "../compiling/notes.ts";
import type { ReturnClause, ReturnSubject } from "../compiling/returnEvents.ts";
import type { EventName, ReturnEvent } from "../compiling/returnTimes.ts";
import type { Deadline, Door, Fee, Hold, Outcome, Receipt } from "../receipt.ts";
import { isWrittenMoney } from "../shares.ts";
import { no, yes } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import { type Case, isAbsent, isUnknown } from "./case.ts";
import { weighDuties } from "./duties.ts";
import type { Explanation } from "./program.ts";
import { doorsOf, inOrder, Weighing } from "./reasons.ts";

export interface Returning {
  readonly clauses: readonly ReturnClause[];
  readonly holds: readonly CompiledHold[];
  /** All that can be the matter: the clauses, extra damage, requirements. */
  readonly subjects: readonly ReturnSubject[];
  readonly notes: readonly Note[];
  readonly duties: readonly Duty[];
}

/** A clause and what is the matter by it. */
interface Matter {
  readonly subject: ReturnSubject;
  readonly events: readonly ReturnEvent[];
}

export function explainReturn(returning: Returning, c: Case, outcome: Outcome): Explanation {
  const weighed = new Weighing(c);
  const matters = returning.subjects
    .map((subject) => ({ subject, events: subject.events.filter(({ happens }) => happens(c) === yes) }))
    .filter(({ events }) => events.length > 0);
  const deciding = matters.filter(({ events }) => events.some((event) => event.outcome === outcome));
  const hold = returning.holds.find(({ applies }) => applies(c) === yes);
  const held = hold && holdOf(hold, c);
  const fee = outcome === "capture" && hold && held ? captured(hold, held, deciding, c) : null;
  const isUnpriced = outcome === "capture" && fee === null;
  const unpriced = isUnpriced ? { amount: null, why: whyNoAmount(returning, held, c) } : {};
  for (const matter of matters) {
    const detail = detailOf(matter.subject, matter.events, c);
    weighed.blame(matter.subject, "fails", deciding.includes(matter) ? { ...detail, ...unpriced } : detail);
  }
  for (const { subject, events } of deciding) {
    weighed.cite(subject, "fails", { ...detailOf(subject, events, c), ...unpriced });
  }
  const wanted = returning.clauses.filter(({ applies }) => applies(c) === yes);
  const due = wanted.map((clause) => clause.deadline(c)).filter((each) => each !== undefined);
  const anew = hold && renewal(hold, due, c);
  for (const clause of wanted) {
    const isDue = due.some((deadline) => deadline.clause === clause.id);
    if (outcome === "release" || (isDue && !weighed.blamed.includes(clause))) {
      weighed.cite(clause, "holds");
    }
  }
  if (hold !== undefined && (outcome === "release" || outcome === "capture" || anew !== undefined)) {
    weighed.cite(hold, "holds");
  }
  weighed.notes(returning.notes);
  const duties = weighDuties(returning.duties, c, weighed);
  return {
    because: weighed.because,
    against: weighed.against,
    fee,
    uses: null,
    returns: returnsOf(wanted, due, c),
    deadlines: [...due, ...(anew === undefined ? [] : [anew]), ...duties],
    doors: doorsFor(deciding, outcome === "review" || isUnpriced, c),
    obstacles: deciding.length === 0 ? [] : [deciding.map(({ subject }) => subject)],
    ...(held && { hold: held }),
  };
}

/** What is the matter, in the words of the format; of missing parts, which. */
function detailOf(
  subject: ReturnSubject,
  events: readonly ReturnEvent[],
  c: Case,
): Readonly<Record<string, unknown>> {
  const missing = isReturnClause(subject) ? subject.parts.missing(c) : undefined;
  const isPartial = missing !== undefined && events.some(({ name }) => name === "partial");
  return { matter: events.map(({ name }) => name), ...(isPartial ? { missing } : {}) };
}

const isReturnClause = (subject: ReturnSubject): subject is ReturnClause => "parts" in subject;

/** The whole hold; when it is only for damage that is not covered, no more than that damage. */
function captured(hold: CompiledHold, held: Hold, deciding: readonly Matter[], c: Case): Fee | null {
  const fee = { currency: held.currency, clause: hold.id, nth: null, tax: null };
  const names = deciding.flatMap(({ events }) => events).filter(({ outcome }) => outcome === "capture");
  if (names.some(({ name }) => name !== "damage")) {
    return { amount: held.amount, ...fee };
  }
  const extraDamage = factNamed("claim.extraDamage").read(c);
  if (!isWrittenMoney(extraDamage) || extraDamage.currency !== held.currency) {
    return null;
  }
  return { amount: Math.min(held.amount, extraDamage.amount), ...fee };
}

/** What is captured without an amount, a person has to name. */
function whyNoAmount({ holds }: Returning, held: Hold | undefined, c: Case): string {
  if (held !== undefined) {
    return "the damage is told in no amount that can be held against the deposit";
  }
  return holds.some(({ applies }) => applies(c) !== no)
    ? "what the deposit is follows from something nobody has told"
    : "the terms hold no deposit for such a case";
}

/** All that must come back, and the first day it is due. */
function returnsOf(wanted: readonly ReturnClause[], due: readonly Deadline[], c: Case): Receipt["returns"] {
  const parts = [...new Set(wanted.flatMap((clause) => clause.parts.parts(c) ?? []))];
  const by = due.map(({ to }) => to).sort()[0] ?? null;
  return parts.length === 0 ? null : { parts, by };
}

/** When the card must be asked again, because it forgets the hold before the return is due. */
function renewal(hold: CompiledHold, due: readonly Deadline[], c: Case): Deadline | undefined {
  const last = due
    .map(({ to }) => to)
    .sort()
    .at(-1);
  const { returnedAt } = c.claim;
  return isUnknown(returnedAt) || isAbsent(returnedAt) ? renewBy(hold, last, c) : undefined;
}

const mayBeMistaken: readonly EventName[] = ["mismatch", "foreign"];

/** What a person decides, or could have taken for something else than it was, has a person for its door. */
function doorsFor(deciding: readonly Matter[], isLookedAt: boolean, c: Case): Door[] {
  const doors = doorsOf(inOrder(deciding.map(({ subject }) => subject)), c);
  const looksAt = deciding.find(
    ({ events }) => isLookedAt || events.some(({ name }) => mayBeMistaken.includes(name)),
  );
  const isThere = doors.some(({ door }) => door === toPerson);
  return looksAt === undefined || isThere
    ? doors
    : [...doors, { door: toPerson, clause: looksAt.subject.id }];
}
