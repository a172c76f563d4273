import { Case } from "../deciding/case.ts";
import { rulesOf } from "../document.ts";
import type { Facts } from "../facts.ts";
import { listIn } from "../tables.ts";
import type { Extension, Grant, GrantedBenefit, PlanFacts, Terms } from "../terms.ts";
import { type Duration, parseDuration, printDuration } from "../time/duration.ts";
import { no, yes } from "../truth.ts";
import { compileCondition } from "./conditions.ts";
import type { Context } from "./context.ts";
import { feesOf } from "./feeList.ts";
import { lengthFor, periodOf } from "./periodDates.ts";
import { countIn, valueFor } from "./references.ts";

type Catalogue = Pick<
  Terms,
  | "period"
  | "grants"
  | "benefits"
  | "parts"
  | "plans"
  | "fees"
  | "groupOf"
  | "seriesOf"
  | "warrantyExtension"
  | "extensions"
>;

/** What a document says of products and models, outside of any decision. */
export function createCatalogue(context: Context): Catalogue {
  const { tables } = context;
  const grants = (product: string): readonly Grant[] => grantsOf(product, context);
  const warrantyExtension = (product: string): string | undefined => extensionOf(product, context);
  return {
    period: (product, startsAt, region, facts) => periodOf(product, { startsAt, region, facts }, context),
    grants,
    benefits: (product, facts) => benefitsOf(product, facts, context),
    parts: (name) => partsOf(name, context),
    plans: () => tables.names("product").map((product) => planOf(product, context)),
    fees: (model, region) => feesOf(model, region, { context, grantsOf: grants }),
    groupOf: (model) => context.background.groupOf(model),
    seriesOf: (model) => context.background.seriesOf(model),
    warrantyExtension,
    extensions: compileExtensions(context),
  };
}

/** Benefits with a count that ends; what has no limit, and what is an amount, is counted by nobody. */
function grantsOf(product: string, context: Context): readonly Grant[] {
  if (!context.tables.names("product").includes(product)) {
    return [];
  }
  const c = new Case({ plan: { product }, code: { product } }, context.background);
  return rulesOf(context.document, "benefit").flatMap(({ rule }) => {
    const isMeant = compileCondition(rule.when, rule.presume, context)(c) !== no;
    const count = valueFor(rule.grants, product, countIn, context);
    const whole = rule["sub-limit-of"];
    return isMeant && typeof count === "number" && Number.isFinite(count) && rule.balance === undefined
      ? [{ benefit: rule.benefit, count, ...(whole === undefined ? {} : { partOf: whole }) }]
      : [];
  });
}

/** Every benefit, counted or not, whose clause may be for the case. */
function benefitsOf(product: string, facts: Facts | undefined, context: Context): readonly GrantedBenefit[] {
  if (!context.tables.names("product").includes(product)) {
    return [];
  }
  const [plan, code] = [facts?.plan, facts?.code].map((told) => (typeof told === "object" ? told : {}));
  const c = new Case(
    { ...facts, plan: { ...plan, product }, code: { ...code, product } },
    context.background,
  );
  return rulesOf(context.document, "benefit")
    .filter(({ rule }) => compileCondition(rule.when, rule.presume, context)(c) !== no)
    .map(({ clause, rule }) => {
      const count = rule.balance === undefined ? valueFor(rule.grants, product, countIn, context) : undefined;
      const { "sub-limit-of": partOf, "either-or": eitherOr, balance } = rule;
      return {
        benefit: rule.benefit,
        clause: clause.id,
        count: typeof count === "number" && Number.isFinite(count) ? count : null,
        ...(balance === undefined ? {} : { balance }),
        ...(partOf === undefined ? {} : { partOf }),
        ...(eitherOr === undefined ? {} : { eitherOr }),
        ...(rule["ends-plan"] === true ? { endsPlan: true as const } : {}),
        per: rule.per.per,
      };
    });
}

function extensionOf(product: string, context: Context): string | undefined {
  const [first] = rulesOf(context.document, "extend");
  const by = first && valueFor<Duration>(first.rule.by, product, parseDuration, context);
  return by && printDuration(by);
}

function compileExtensions(context: Context): Catalogue["extensions"] {
  const extensions = rulesOf(context.document, "extend").map(({ clause, rule }) => ({
    clause: clause.id,
    starts: rule.starts ?? "warranty-end",
    by: rule.by,
    holds: compileCondition(rule.when, rule.presume, context),
  }));
  return (facts: Facts): readonly Extension[] => {
    const c = new Case(facts, context.background);
    return extensions.flatMap(({ clause, starts, by, holds }) => {
      const product = String(c.plan.product);
      const length = holds(c) === yes ? valueFor<Duration>(by, product, parseDuration, context) : undefined;
      return length === undefined ? [] : [{ clause, by: printDuration(length), starts }];
    });
  };
}

function partsOf(name: string, context: Context): readonly string[] {
  const { tables } = context;
  const series = tables.seriesOf(name) ?? name;
  const cell = tables.cell("model", name, "parts") ?? tables.cell("series", series, "parts");
  return cell === undefined ? [] : listIn(cell);
}

function planOf(product: string, context: Context): PlanFacts {
  const { tables, document } = context;
  const length = lengthFor(product, context);
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
