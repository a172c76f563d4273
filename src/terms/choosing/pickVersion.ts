import { Context } from "../compiling/context.ts";
import { type Background, Case, isAbsent, isUnknown } from "../deciding/case.ts";
import { isBefore, type Span, stretchOf } from "../deciding/moments.ts";
import type { TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import { parseDay } from "../time/civil.ts";
import { no, type Truth, unknown, yes } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";

/** The versions a case is decided by, or what must be known to say so. */
export type PickedVersion =
  | {
      readonly picked: "versions";
      /** The generation that binds the contract, by the contract's date. */
      readonly contract: TermsDocument;
      /** The version that judges what happened: the same, or a later one that reaches existing contracts. */
      readonly judging: TermsDocument;
    }
  | { readonly picked: "undecided"; readonly needs: readonly string[] }
  /** The contract is older than every version. */
  | { readonly picked: "none" };

/**
 * Which version of a programme binds a contract, and which judges an incident. Drafts, annexes, translations
 * and statutes among the documents are passed over. A contract that is not there yet (`plan: none`) is
 * concluded at `at`; where no incident is told of, `at` stands in its place as well.
 */
export function pickVersion(documents: readonly TermsDocument[], facts: Facts): PickedVersion {
  const versions = documents.filter(isVersion).sort(byAge);
  const contract = latest(versions, ({ front }) => front.effective.picksBy, facts);
  if (typeof contract === "string") {
    return { picked: "undecided", needs: [contract] };
  }
  if (contract === undefined) {
    return { picked: "none" };
  }
  const later = versions.slice(versions.indexOf(contract) + 1);
  const reaching = later.filter(({ front }) => front.appliesToExisting);
  const judging = latest(reaching, () => "incident.at", facts);
  return typeof judging === "string"
    ? { picked: "undecided", needs: [judging] }
    : { picked: "versions", contract, judging: judging ?? contract };
}

const isVersion = ({ front }: TermsDocument): boolean =>
  front.status === "published" && front.annex === null && front.translates === null && front.applies === null;

/** Oldest first; of one day, what supersedes comes after what it supersedes. */
function byAge(a: TermsDocument, b: TermsDocument): number {
  const [day, other] = [startDay(a), startDay(b)];
  if (day !== other) {
    return day - other;
  }
  return a.front.supersedes === b.front.version ? 1 : -1;
}

const startDay = ({ front }: TermsDocument): number => parseDay(front.effective.from) ?? 0;

/** The last version in force on the date; the name of the fact while its date is not known well enough. */
function latest(
  versions: readonly TermsDocument[],
  dateOf: (document: TermsDocument) => string,
  facts: Facts,
): TermsDocument | string | undefined {
  for (const document of versions.toReversed()) {
    const fact = dateOf(document);
    const inForce = isInForce(document, fact, new Case(facts, backgroundOf(document)));
    if (inForce === unknown) {
      return fact;
    }
    if (inForce === yes) {
      return document;
    }
  }
  return undefined;
}

function isInForce(document: TermsDocument, fact: string, c: Case): Truth {
  const date = dateIn(fact, c);
  const starts = c.zones.map((zone) => zone.startOfDay(startDay(document)));
  const start: Span = { lo: Math.min(...starts), hi: Math.max(...starts) };
  if (date === undefined) {
    return unknown;
  }
  const before = isBefore(date, start);
  if (before === unknown) {
    return unknown;
  }
  return before === yes ? no : yes;
}

/** The date a fact gives; that of the decision where there is no such thing. */
function dateIn(fact: string, c: Case): Span | undefined {
  const value = factNamed(fact).read(c);
  const isMissing = isAbsent(value) || (fact === "incident.at" && c.facts.incident === undefined);
  const told = isMissing ? c.at : value;
  return isUnknown(told) ? undefined : stretchOf(told, c.zones);
}

const backgrounds = new WeakMap<TermsDocument, Background>();

/** Made once for each document: a version is picked for every decision. */
function backgroundOf(document: TermsDocument): Background {
  const background = backgrounds.get(document) ?? new Context(document).background;
  backgrounds.set(document, background);
  return background;
}
