import type { TermsDocument } from "../document.ts";
import { keyFacts } from "../factTypes.ts";
import type { Rule, RuleKind } from "../rules.ts";
import { vocabulary } from "../vocabulary.ts";
import type { Edit } from "./edits.ts";

/** What a kind looks at beside the facts its fields name. */
const besides: Readonly<Partial<Record<RuleKind, readonly string[]>>> = {
  window: ["at"],
  exclude: ["incident.causedBy"],
  benefit: ["plan.uses", "plan.product", "incident.at"],
  fee: ["plan.uses"],
  period: ["plan.startsAt", "incident.at"],
  return: ["claim.returnedParts", "device.model", "claim.returnedAt", "at"],
  hold: ["claim.channel", "claim.wants"],
  renewal: ["at", "plan.product", "device.monthsCovered"],
  refund: ["cancellation.noticeAt", "at", "plan.price"],
  duty: ["at"],
};

const regionFacts: readonly string[] = ["plan.region", "code.region", "device.region", "claim.region"];

/** The facts by which cases can be told apart that some edits touch. */
export function factsAtStake(documents: readonly TermsDocument[], edits: readonly Edit[]): readonly string[] {
  const touched = new Set(edits.map(({ clause }) => clause));
  const facts = new Set<string>(touched.has(null) ? regionFacts : []);
  for (const { id, rule, tables } of documents.flatMap(({ clauses }) => clauses)) {
    if (touched.has(id)) {
      const found = [
        ...(rule === null ? [] : [...namesIn(rule), ...(besides[rule.kind] ?? [])]),
        ...keysOf(tables.flatMap(({ columns }) => columns)),
        ...ofExclusion(rule, documents),
      ];
      found.forEach((name) => {
        facts.add(name);
      });
    }
  }
  return [...facts].filter((name) => vocabulary.has(name)).sort();
}

const keysOf = (columns: readonly { name: string; isKey: boolean }[]): readonly string[] =>
  columns.flatMap(({ name, isKey }) => (isKey ? (keyFacts.get(name) ?? []) : []));

/** An exception only matters where its exclusion does. */
function ofExclusion(rule: Rule | null, documents: readonly TermsDocument[]): readonly string[] {
  return documents.flatMap(({ clauses }) =>
    clauses.flatMap((each) => (rule?.kind === "except" && each.id === rule.of ? namesIn(each.rule) : [])),
  );
}

/** Every name of a fact anywhere in a value. */
export function namesIn(value: unknown): readonly string[] {
  if (typeof value === "string") {
    return vocabulary.has(value) ? [value] : [];
  }
  if (value instanceof Map) {
    return [...value.keys()].flatMap(namesIn);
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(namesIn) : [];
}
