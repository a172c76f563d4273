import type { Region, TermsDocument } from "../document.ts";
import { clausesByKey, type Edit, type FoundEdit, withFront } from "./edits.ts";
import { sameValue } from "./plainValue.ts";
import { clauseAdded, clauseRemoved, ruleEdits } from "./ruleEdits.ts";
import { sentence } from "./sentence.ts";
import { tableEdits } from "./tableEdits.ts";
import { valueText } from "./valueText.ts";

/**
 * All that differs between two documents in what the engine runs, in the order of the newer one. Applied one
 * after the other to the older document, the edits give one that decides as the newer does.
 */
export function editsBetween(old: TermsDocument, now: TermsDocument): readonly Edit[] {
  const before = clausesByKey(old);
  const after = clausesByKey(now);
  const keys = [...after.keys()];
  const found: FoundEdit[] = [...frontEdits(old, now)];
  for (const [at, key] of keys.entries()) {
    const clause = after.get(key);
    const was = before.get(key);
    if (clause !== undefined && was === undefined) {
      found.push(clauseAdded(key, clause, after.get(keys[at - 1] ?? "")?.id));
    } else if (clause !== undefined && was !== undefined) {
      found.push(...ruleEdits(key, was, clause), ...tableEdits(key, was, clause));
    }
  }
  for (const [key, clause] of before) {
    if (!after.has(key)) {
      found.push(clauseRemoved(key, clause));
    }
  }
  return found.map((edit, at) => ({ no: at + 1, ...edit }));
}

/** What the engine reads of the front matter: the regions, and by what a version is picked. */
function frontEdits({ front: old }: TermsDocument, { front: now }: TermsDocument): FoundEdit[] {
  const names = [...new Set([...now.regions.keys(), ...old.regions.keys()])];
  const regions = names
    .filter((name) => !sameValue(old.regions.get(name) ?? null, now.regions.get(name) ?? null))
    .map((name) => regionEdit(name, old.regions.get(name), now.regions.get(name)));
  const others = (["effective", "legalForm", "overlays", "appliesToExisting", "applies"] as const)
    .filter((name) => !sameValue(old[name] ?? null, now[name] ?? null))
    .map((name): FoundEdit => {
      const [was, is] = [valueText(old[name]), valueText(now[name])];
      return {
        clause: null,
        field: name,
        before: was,
        after: is,
        ...sentence("front matter", `${name}: ${was} -> ${is}`, "neither"),
        apply: (document) => withFront(document, { [name]: now[name] }),
      };
    });
  return [...regions, ...others];
}

function regionEdit(name: string, old: Region | undefined, now: Region | undefined): FoundEdit {
  const [was, is] = [regionText(old), regionText(now)];
  const gained = now === undefined ? "narrower" : "neither";
  const direction = old === undefined ? "wider" : gained;
  return {
    clause: null,
    field: `region ${name}`,
    before: was,
    after: is,
    ...sentence("front matter", `region ${name}: ${was} -> ${is}`, direction),
    apply: (document) => {
      const regions = new Map(document.front.regions);
      if (now === undefined) {
        regions.delete(name);
      } else {
        regions.set(name, now);
      }
      return withFront(document, { regions });
    },
  };
}

const regionText = (region: Region | undefined): string =>
  region === undefined
    ? "nothing"
    : `${region.zone}, ${region.currencies.join(" ")}, ${region.countries.join(" ")}`;
