import { rulesOf } from "../document.ts";
import { isReference } from "../rules.ts";
import { listIn } from "../tables.ts";
import type { FeeOfUse, Grant, Period, PlanFacts, Terms } from "../terms.ts";
import type { Reference } from "../tests.ts";
import { formatDay, formatInstant, parseInstant } from "../time/civil.ts";
import { addCivil, type Duration, overflows, parseDuration, printDuration } from "../time/duration.ts";
import type { Zone } from "../time/zone.ts";
import type { Context } from "./context.ts";
import { compileFees } from "./fees.ts";

type Catalogue = Pick<
  Terms,
  "period" | "grants" | "parts" | "plans" | "fees" | "groupOf" | "seriesOf" | "warrantyExtension"
>;

/** What a document says of products and models, outside of any decision. */
export function createCatalogue(context: Context): Catalogue {
  const { tables } = context;
  const grants = (product: string): readonly Grant[] => grantsOf(product, context);
  const warrantyExtension = (product: string): string | undefined => extensionOf(product, context);
  return {
    period: (product, startsAt, region) => periodOf(product, startsAt, region, context),
    grants,
    parts: (name) => partsOf(name, context),
    plans: () => tables.names("product").map((product) => planOf(product, context)),
    fees: (model, region) => feesOf(model, region, context),
    groupOf: (model) => context.background.groupOf(model),
    seriesOf: (model) => context.background.seriesOf(model),
    warrantyExtension,
  };
}

/** A value a rule gives for a product: its own, or the cell of the product's row. */
function valueFor<T>(
  value: T | Reference,
  product: string,
  parse: (text: string) => T | undefined,
  context: Context,
): T | undefined {
  if (!isReference(value)) {
    return value as T;
  }
  const cell = context.tables.cell("product", product, value.column);
  return cell === undefined ? undefined : parse(cell.text);
}

const countIn = (text: string): number | undefined => (text === "none" ? 0 : Number(text));

function grantsOf(product: string, context: Context): readonly Grant[] {
  if (!context.tables.names("product").includes(product)) {
    return [];
  }
  return rulesOf(context.document, "benefit").flatMap(({ rule }) => {
    const count = valueFor(rule.grants, product, countIn, context) ?? 0;
    return typeof count === "number" ? [{ benefit: rule.benefit, count }] : [];
  });
}

function extensionOf(product: string, context: Context): string | undefined {
  const [first] = rulesOf(context.document, "extend");
  const by = first && valueFor<Duration>(first.rule.by, product, parseDuration, context);
  return by && printDuration(by);
}

function lengthOf(product: string, context: Context): Duration | undefined {
  const [first] = rulesOf(context.document, "period");
  return first && valueFor<Duration>(first.rule.length, product, parseDuration, context);
}

function periodOf(product: string, startsAt: string, region: string, context: Context): Period {
  const [period] = rulesOf(context.document, "period");
  const zone = context.background.zones.get(region);
  const length = lengthOf(product, context);
  const instant = parseInstant(startsAt);
  if (period === undefined || zone === undefined || length === undefined || instant === undefined) {
    throw new RangeError(`the terms give no period for ${product} in ${region} from ${startsAt}`);
  }
  const { starts, ends } = period.rule;
  const day = zone.dayOf(instant) + (starts === "next-midnight" ? 1 : 0);
  const start = starts === "at-once" ? instant : zone.startOfDay(day);
  const lastDay = lastDayOf(day, length, ends, start, zone);
  return {
    startsAt: formatInstant(start),
    endsAt: formatInstant(zone.startOfDay(lastDay + 1)),
    zone: zone.name,
    lastDay: formatDay(lastDay),
  };
}

/**
 * A date that does not exist is replaced by the last of its month, which then is the last day by either
 * reading.
 */
function lastDayOf(
  day: number,
  length: Duration,
  ends: "day-before" | "same-date",
  start: number,
  zone: Zone,
): number {
  if (length.unit === "hours") {
    return zone.dayOf(start + length.amount * 3_600_000);
  }
  const sameDate = addCivil(day, length);
  return ends === "same-date" || overflows(day, length) ? sameDate : sameDate - 1;
}

function partsOf(name: string, context: Context): readonly string[] {
  const { tables } = context;
  const series = tables.seriesOf(name) ?? name;
  const cell = tables.cell("model", name, "parts") ?? tables.cell("series", series, "parts");
  return cell === undefined ? [] : listIn(cell);
}

function planOf(product: string, context: Context): PlanFacts {
  const { tables, document } = context;
  const length = lengthOf(product, context);
  const grants = grantsOf(product, context);
  const models = tables.cell("product", product, "models");
  const regions = tables.cell("product", product, "regions");
  const renewal = rulesOf(document, "renewal").find(({ rule }) => rule.to === product);
  return {
    product,
    length: length === undefined ? null : printDuration(length),
    replacements: grants.find(({ benefit }) => benefit === "replacement")?.count ?? 0,
    grants,
    models: models === undefined ? tables.names("model") : tables.models(listIn(models)),
    regions: regions === undefined ? [...document.front.regions.keys()] : listIn(regions),
    warrantyExtension: extensionOf(product, context) ?? null,
    renewalClause: renewal?.clause.id ?? null,
  };
}

/** Uses up to the most any product grants, in the currencies of the region. */
function feesOf(model: string, region: string, context: Context): readonly FeeOfUse[] {
  const { tables, background, document } = context;
  const most = Math.max(
    0,
    ...tables.names("product").flatMap((name) => grantsOf(name, context).map(({ count }) => count)),
  );
  const known: Record<string, string | undefined> = {
    model,
    region,
    series: background.seriesOf(model),
    group: background.groupOf(model),
  };
  const currencies = document.front.regions.get(region)?.currencies ?? [];
  const found = compileFees(context).flatMap((table) =>
    table.rows
      .filter((row) => currencies.includes(row.currency))
      .filter((row) =>
        row.names.every(
          (name, i) => known[name] === undefined || (row.keys[i]?.includes(known[name]) ?? true),
        ),
      )
      .flatMap((row) =>
        Array.from({ length: most }, (_, index) => index + 1).flatMap((nth) => {
          const amount = row.amountOf(nth);
          return amount === undefined ? [] : [{ nth, amount, currency: row.currency, clause: table.id }];
        }),
      ),
  );
  return found.sort(
    (a, b) => currencies.indexOf(a.currency) - currencies.indexOf(b.currency) || a.nth - b.nth,
  );
}
