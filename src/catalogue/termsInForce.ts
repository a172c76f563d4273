import assert from "node:assert/strict";
import { notFound } from "../platform/index.ts";
import { type Facts, type PlanMoves, pickVersion, type Terms } from "../terms/index.ts";
import { type CompiledTerms, compiledTerms } from "./compiledTerms.ts";
import { type Asker, heldRows } from "./heldRows.ts";
import { judging } from "./judging.ts";
import { termsSource, termsVersions } from "./store.ts";
import type { TermsVersion } from "./termsVersion.ts";
import type { Wait } from "./waitsIn.ts";

/** All published versions, held in the process: rows that never change can at the worst be missing. */
export const heldVersions = heldRows(termsVersions);

/**
 * The terms of a programme that apply at an instant: the newest whose day has begun, by the clock of the
 * region when one is given, else by UTC. Asks the database only now and then. Errors: Problem 404 for a
 * programme without any.
 */
export async function termsInForce(
  db: Asker,
  programme: string,
  at: Temporal.Instant,
  region?: string,
): Promise<Terms> {
  return (await documentInForce(db, programme, at, region)).terms;
}

/** The same with what a page tells beside the rules. */
export async function documentInForce(
  db: Asker,
  programme: string,
  at: Temporal.Instant,
  region?: string,
): Promise<CompiledTerms & { readonly version: TermsVersion }> {
  const rows = await heldVersions.rows(db);
  for (const version of rows.filter((row) => row.programme === programme)) {
    const document = await compiledVersion(db, version);
    const zone = region === undefined ? "UTC" : (document.terms.regions.get(region)?.zone ?? "UTC");
    const begins = version.effectiveOn.toZonedDateTime(zone).toInstant();
    if (Temporal.Instant.compare(begins, at) <= 0) {
      return { ...document, version };
    }
  }
  throw notFound("programme");
}

/** A published version by its name, with what a page tells. Errors: Problem 404 where there is none. */
export async function documentNamed(
  db: Asker,
  programme: string,
  name: string,
): Promise<CompiledTerms & { readonly version: TermsVersion }> {
  const version = await versionNamed(db, programme, name);
  if (version === undefined) {
    throw notFound("version");
  }
  return { ...(await compiledVersion(db, version)), version };
}

/**
 * The terms a contract was concluded under. A version that is named somewhere was published. With the facts
 * of a case the terms that judge it: a later version where one reaches contracts that are there already, and
 * was in force when it happened. Its receipts name both.
 */
export async function termsOf(db: Asker, programme: string, version: string, facts?: Facts): Promise<Terms> {
  const own = await documentOf(db, programme, version);
  return facts === undefined ? own.terms : judging(own, await laterThan(db, own), facts);
}

/**
 * The terms that bind a contract, of all that are published now: each version says which of its dates picks
 * it. Undefined where the facts leave that open, and for a contract older than every version.
 */
export async function termsBinding(db: Asker, programme: string, facts: Facts): Promise<Terms | undefined> {
  const rows = (await heldVersions.rows(db)).filter((row) => row.programme === programme);
  const versions = await Promise.all(rows.map((row) => compiledVersion(db, row)));
  const picked = pickVersion(
    versions.map(({ laid }) => laid.base),
    facts,
  );
  return picked.picked === "versions"
    ? versions.find(({ laid }) => laid.base.hash === picked.contract.hash)?.terms
    : undefined;
}

/** The versions of a programme that were published for later days than one of them. */
async function laterThan(db: Asker, { terms }: CompiledTerms): Promise<readonly CompiledTerms[]> {
  const rows = (await heldVersions.rows(db)).filter(({ programme }) => programme === terms.programme);
  // The newest come first.
  const later = rows.slice(
    0,
    Math.max(
      0,
      rows.findIndex(({ hash }) => hash === terms.hash),
    ),
  );
  return await Promise.all(later.map((row) => compiledVersion(db, row)));
}

/** How long those terms let an owner be waited for. */
export async function waitsOf(db: Asker, programme: string, version: string): Promise<readonly Wait[]> {
  return (await documentOf(db, programme, version)).waits;
}

/** When by those terms a plan moves to a unit that no clause of theirs gives; undefined: that is open. */
export async function movesOf(db: Asker, programme: string, version: string): Promise<PlanMoves | undefined> {
  return (await documentOf(db, programme, version)).moves;
}

/** A version that is not among the held ones may have been published elsewhere just now. */
async function versionNamed(
  db: Asker,
  programme: string,
  version: string,
): Promise<TermsVersion | undefined> {
  const isIt = (row: TermsVersion): boolean => row.programme === programme && row.version === version;
  return (await heldVersions.rows(db)).find(isIt) ?? (await heldVersions.readAgain(db)).find(isIt);
}

async function documentOf(db: Asker, programme: string, version: string): Promise<CompiledTerms> {
  const found = await versionNamed(db, programme, version);
  assert(found !== undefined, `there are no terms ${programme} ${version}`);
  return await compiledVersion(db, found);
}

function compiledVersion(db: Asker, { hash }: TermsVersion): Promise<CompiledTerms> {
  return compiledTerms(hash, () => termsSource(db, hash));
}
