import type { RulesTold } from "./warrantyQueries.ts";

const COLUMNS = [
  "scope",
  "region",
  "component",
  "validFrom",
  "months",
  "shippedDays",
  "madeDays",
  "replacementDays",
];
const COMPONENTS: readonly string[] = ["device", "battery", "gimbal", "camera", "controller", "propellers"];

/** What a file of rules says; the number of its first line that is no rule. */
export type RulesRead = { readonly rules: RulesTold } | { readonly fault: number };

/**
 * Rules out of a file in the columns that the list is saved in, in any order; other columns are passed over.
 * None of its values has a comma or a quote in it.
 */
export function rulesIn(csv: string): RulesRead {
  const lines = csv
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const heads = lines[0]?.split(",").map((head) => head.trim()) ?? [];
  if (COLUMNS.some((column) => !heads.includes(column))) {
    return { fault: 1 };
  }
  const rules: RulesTold[number][] = [];
  for (const [place, line] of lines.slice(1).entries()) {
    const cells = new Map(line.split(",").map((cell, index) => [heads[index], cell.trim()]));
    const rule = ruleIn(cells);
    if (rule === undefined) {
      return { fault: place + 2 };
    }
    rules.push(rule);
  }
  return rules.length === 0 ? { fault: 2 } : { rules };
}

function ruleIn(cells: ReadonlyMap<string | undefined, string>): RulesTold[number] | undefined {
  const text = (name: string) => cells.get(name) ?? "";
  const count = (name: string) => (text(name) === "" ? null : Number(text(name)));
  const days = ["shippedDays", "madeDays", "replacementDays"].map(count);
  const months = Number(text("months"));
  const begins = text("beginsBy");
  const isRule =
    ["", "told", "registry", "activation"].includes(begins) &&
    /^(\*|(maker|series|model):[a-z0-9-]+)$/.test(text("scope")) &&
    /^(\*|[A-Z]{2})$/.test(text("region")) &&
    COMPONENTS.includes(text("component")) &&
    /^\d{4}-\d\d-\d\d$/.test(text("validFrom")) &&
    [months, ...days].every((each) => each === null || Number.isSafeInteger(each)) &&
    months > 0;
  const [shippedDays = null, madeDays = null, replacementDays = null] = days;
  return isRule
    ? {
        ...{ scope: text("scope"), region: text("region"), validFrom: text("validFrom") },
        component: text("component") as RulesTold[number]["component"],
        ...{ months, shippedDays, madeDays, replacementDays },
        ...(begins === "" ? {} : { beginsBy: begins as NonNullable<RulesTold[number]["beginsBy"]> }),
      }
    : undefined;
}
