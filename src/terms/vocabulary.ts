import type { FactInfo } from "./factTypes.ts";
import { caseFacts } from "./vocabulary/caseFacts.ts";
import { claimFacts } from "./vocabulary/claimFacts.ts";
import { deviceFacts } from "./vocabulary/deviceFacts.ts";
import { incidentFacts } from "./vocabulary/incidentFacts.ts";
import { planFacts } from "./vocabulary/planFacts.ts";
import { saleFacts } from "./vocabulary/saleFacts.ts";

const rows: readonly FactInfo[] = [
  ...caseFacts,
  ...saleFacts,
  ...deviceFacts,
  ...planFacts,
  ...incidentFacts,
  ...claimFacts,
];

/** Every fact of `device-plan/1` by its name. */
export const vocabulary: ReadonlyMap<string, FactInfo> = new Map(rows.map((row) => [row.name, row]));

/** The row of a fact whose name has been checked. */
export function factNamed(name: string): FactInfo {
  const found = vocabulary.get(name);
  if (found === undefined) {
    throw new RangeError(`no fact is called ${name}`);
  }
  return found;
}
