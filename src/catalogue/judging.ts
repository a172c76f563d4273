import { type Facts, pickVersion, type Terms } from "../terms/index.ts";
import { type CompiledTerms, judgingFor } from "./compiledTerms.ts";

/**
 * The terms that judge a case of a contract: its own, or the latest after them that the engine picks by the
 * day it happened. A contract keeps the version it was concluded under, so of the later ones only those count
 * that say they reach it. Where the day leaves it open its own judge.
 */
export function judging(own: CompiledTerms, later: readonly CompiledTerms[], facts: Facts): Terms {
  const reaching = later.filter(({ laid }) => laid.base.front.appliesToExisting);
  const versions = [own, ...reaching];
  const picked = pickVersion(
    versions.map(({ laid }) => laid.base),
    facts,
  );
  const hash = picked.picked === "versions" ? picked.judging.hash : own.laid.base.hash;
  const judge = reaching.find(({ laid }) => laid.base.hash === hash);
  return judge === undefined ? own.terms : judgingFor(judge, own);
}
