import { rulesOf, type TermsDocument } from "../document.ts";
import type { BenefitRule, RouteRule } from "../rules.ts";

/** How the benefits of a document hang together. */
const benefitsOf = (document: TermsDocument): readonly BenefitRule[] =>
  rulesOf(document, "benefit").map(({ rule }) => rule);

/** The benefit and every one it is a part of: a use of it needs all of them. */
export function withParents(name: string, document: TermsDocument): readonly string[] {
  const found = [name];
  for (const each of found) {
    for (const { benefit, "sub-limit-of": parent } of benefitsOf(document)) {
      if (benefit === each && parent !== undefined && !found.includes(parent)) {
        found.push(parent);
      }
    }
  }
  return found;
}

/** The benefit and all its parts: their uses count for it. */
export function withParts(name: string, document: TermsDocument): readonly string[] {
  const found = [name];
  for (const each of found) {
    for (const { benefit, "sub-limit-of": parent } of benefitsOf(document)) {
      if (parent === each && !found.includes(benefit)) {
        found.push(benefit);
      }
    }
  }
  return found;
}

/** The other benefits of an either-or: as soon as one is used up, all are. Named once is enough. */
export function partnersOf(name: string, document: TermsDocument): readonly string[] {
  const found = [name];
  for (const each of found) {
    for (const { benefit, "either-or": others = [] } of benefitsOf(document)) {
      const joined = [benefit, ...others];
      found.push(...(joined.includes(each) ? joined : []).filter((other) => !found.includes(other)));
    }
  }
  return found.slice(1);
}

/**
 * Whether a way asks for a benefit: it uses it, or a part of it. One that no way uses is asked for on all the
 * routes it names.
 */
export function asksFor(document: TermsDocument, way: RouteRule): (rule: BenefitRule) => boolean {
  const used = (rule: RouteRule): readonly string[] =>
    rule.uses === undefined || rule.uses === "nothing" ? [] : withParents(rule.uses, document);
  const wanted = used(way);
  const everUsed = new Set(rulesOf(document, "route").flatMap(({ rule }) => used(rule)));
  return ({ benefit, route }) =>
    everUsed.has(benefit)
      ? wanted.includes(benefit) && (route.length === 0 || route.includes(way.route))
      : route.includes(way.route);
}
