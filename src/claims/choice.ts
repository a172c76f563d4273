import { type Static, Type } from "typebox";
import { Instant, Money, shape } from "../platform/index.ts";
import type { Receipt } from "../terms/index.ts";
import type { CaseDecided, FindingDecided } from "./eachFinding.ts";
import { type Route, routes } from "./routes.ts";

const CountedUse = shape({
  benefit: Type.String(),
  nth: Type.Integer({ minimum: 1 }),
  left: Type.Integer({ minimum: 0 }),
});

/** One lawful way on, side by side with the others: what it costs in money, uses, days and warranty. */
export const ChoiceShape = shape({
  route: Type.Enum([...routes]),
  fee: Money,
  /** Working days until the parcel leaves, counted from the payment. */
  workingDays: Type.Integer({ minimum: 0 }),
  uses: Type.Optional(CountedUse),
  /** Of several findings: what this way uses beside `uses`. */
  furtherUses: Type.Optional(Type.Array(CountedUse)),
  /** The unit that comes back: another one, the same repaired, the same as it is. */
  unit: Type.Enum(["replacement", "repaired", "unrepaired"]),
  warranty: Type.Enum(["goes_on", "none"]),
  /** The clauses that open this way. */
  clauses: Type.Array(Type.String()),
  /** What staff granted beyond the terms, and what its owner reads beside it. */
  override: Type.Optional(shape({ id: Type.String(), says: Type.Optional(Type.String()) })),
  /** The quote that its price is of, and until when it holds. */
  quote: Type.Optional(shape({ no: Type.Integer({ minimum: 1 }), validUntil: Instant })),
  /**
   * Of several findings: what this way does about each. `plan`: by the plan; `shared` and `needless`: the
   * replacement for another does it; `free` and `paid`: repaired for nothing, or for the price; `left`: not.
   */
  ways: Type.Optional(
    Type.Array(
      shape({
        finding: Type.Integer({ minimum: 1 }),
        how: Type.Enum(["plan", "shared", "needless", "free", "paid", "left"]),
        by: Type.Optional(Type.Integer({ minimum: 1 })),
      }),
    ),
  ),
});
export type Choice = Static<typeof ChoiceShape>;
type Way = NonNullable<Choice["ways"]>[number];

/** Working days until each unit leaves the bench. The programme's promise; the seeds print none. */
export const WORKING_DAYS: Readonly<Record<Choice["unit"], number>> = {
  replacement: 2,
  repaired: 7,
  unrepaired: 1,
};

/** The bench's price for what nothing else pays for, where it has one, and what else it says of the sheet. */
export interface RepairPrice {
  readonly currency: string;
  readonly repairMinor?: number | undefined;
  /** What the way back costs; nothing where the programme asks nothing. */
  readonly sendBackMinor?: number | undefined;
  /** Working days as they were of late, where enough units have left to tell. */
  readonly days?: Readonly<Partial<Record<Choice["unit"], number>>> | undefined;
}

/**
 * Every way that the receipts leave open. What costs nothing is never offered for money; by itself it leaves
 * the rest as it is. The plan does what it covers. For the bench's price the rest is done too; where the plan
 * would bring another unit, or covers all there is, that price is for a repair in its place.
 */
export function choicesOf(
  decided: CaseDecided,
  { currency, repairMinor, sendBackMinor = 0, days = {} }: RepairPrice,
): Choice[] {
  const sides = sidesOf(decided);
  const { free, plan, rest } = sides;
  const choices: Choice[] = [];
  const feeCurrency = plan.find(({ receipt }) => receipt.fee?.currency)?.receipt.fee?.currency ?? currency;
  const add = (route: Route, amount: number, more: Pick<Choice, "unit"> & Partial<Choice>): void => {
    const fee = { amount, currency: route === "plan" ? feeCurrency : currency };
    const warranty = route === "return" ? "none" : "goes_on";
    const workingDays = days[more.unit] ?? WORKING_DAYS[more.unit];
    choices.push({ route, fee, workingDays, clauses: [], warranty, ...more });
  };
  if (free.length > 0) {
    add(freeRoute(free), 0, { unit: "repaired", clauses: clausesOf(free), ...waysOf(decided, freely(free)) });
  }
  const isOffered = plan.length > 0 && plan.every(({ receipt }) => receipt.fee !== null);
  const planMinor = plan.reduce((sum, { receipt }) => sum + (receipt.fee?.amount ?? 0), 0);
  if (isOffered) {
    const unit = isReplaced(plan) ? "replacement" : "repaired";
    const clauses = clausesOf(plan);
    add("plan", planMinor, { unit, clauses, ...usesOf(plan), ...waysOf(decided, byPlan(sides)) });
  }
  if (repairMinor !== undefined && (plan.length > 0 || rest.length > 0)) {
    const isBeside = isOffered && rest.length > 0 && !isReplaced(plan);
    const paid = isBeside ? [...rest] : [...plan, ...rest, ...sides.absorbed];
    const ways = { ...freely(free), ...(isBeside ? byPlan(sides) : {}), ...howOf(paid, "paid") };
    const uses = isBeside ? usesOf(plan) : {};
    add("paid", repairMinor + (isBeside ? planMinor : 0), {
      ...{ unit: "repaired", ...uses },
      ...waysOf(decided, ways),
    });
  }
  add("return", sendBackMinor, { unit: "unrepaired", ...waysOf(decided, {}) });
  return choices;
}

/** The findings by what becomes of them. */
interface Sides {
  /** Repaired for nothing, whatever becomes of the others. */
  readonly free: readonly FindingDecided[];
  /** Done by the plan, each in its own right. */
  readonly plan: readonly FindingDecided[];
  /** Covered by the plan as well, by the replacement that comes for another. */
  readonly absorbed: readonly FindingDecided[];
  /** Covered by nothing. */
  readonly rest: readonly FindingDecided[];
  readonly combined: CaseDecided["combined"];
}

function sidesOf({ found, combined }: CaseDecided): Sides {
  const partOf = ({ no }: FindingDecided) => combined.ways[no - 1]?.part;
  const free = found.filter(({ receipt }) => isFree(receipt));
  const others = found.filter(({ receipt }) => !isFree(receipt));
  const plan = others.filter((each) => each.receipt.outcome === "plan" && partOf(each) === "taken");
  const absorbed = others.filter((each) => each.receipt.outcome === "plan" && partOf(each) !== "taken");
  const rest = others.filter(({ receipt }) => receipt.outcome !== "plan");
  return { free, plan, absorbed, rest, combined };
}

/** Of ways that cost nothing the one that binds us most gives its name: the law, the warranty, kindness. */
function freeRoute(free: readonly FindingDecided[]): Route {
  const outcomes = new Set(free.map(({ receipt }) => receipt.outcome));
  return (["statutory", "warranty"] as const).find((each) => outcomes.has(each)) ?? "goodwill";
}

/** What a warranty, the law or kindness repairs: the owner pays nothing for it. */
function isFree({ outcome, fee }: Receipt): boolean {
  const isOurs = outcome === "warranty" || outcome === "statutory" || outcome === "goodwill";
  return isOurs && (fee === null || fee.amount === 0);
}

/** The plan brings another unit, unless its clause says that it repairs this one. */
function isReplaced(plan: readonly FindingDecided[]): boolean {
  return plan.some(({ receipt }) => receipt.because.every(({ detail }) => detail?.settles !== "repair"));
}

type Hows = Readonly<Record<number, Omit<Way, "finding">>>;

function howOf(findings: readonly FindingDecided[], how: Way["how"]): Hows {
  return Object.fromEntries(findings.map(({ no }) => [no, { how }]));
}

const freely = (free: readonly FindingDecided[]): Hows => howOf(free, "free");

/** By the plan what it covers, and all that its replacement leaves nothing to do about. */
function byPlan({ free, plan, combined }: Sides): Hows {
  const absorbed = combined.ways.flatMap(({ finding, part, by }) =>
    (part === "shared" || part === "needless") && by !== undefined
      ? [[Number(finding), { how: part, by: Number(by) }] as const]
      : [],
  );
  return { ...freely(free), ...howOf(plan, "plan"), ...Object.fromEntries(absorbed) };
}

/** What a way does about each finding; nothing is said where there is only one. */
function waysOf({ found }: CaseDecided, hows: Hows): Pick<Choice, "ways"> {
  const ways = found.map(({ no }): Way => ({ finding: no, ...(hows[no] ?? { how: "left" }) }));
  return ways.length === 1 ? {} : { ways };
}

const clausesOf = (findings: readonly FindingDecided[]): string[] => [
  ...new Set(findings.flatMap(({ receipt }) => receipt.because.map(({ clause }) => clause))),
];

/** The uses a way takes; nothing where they are not counted. */
function usesOf(plan: readonly FindingDecided[]): Pick<Choice, "uses" | "furtherUses"> {
  const [uses, ...furtherUses] = plan.flatMap(({ receipt }) => countedUse(receipt.uses));
  return {
    ...(uses === undefined ? {} : { uses }),
    ...(furtherUses.length === 0 ? {} : { furtherUses }),
  };
}

function countedUse(use: Receipt["uses"]): NonNullable<Choice["uses"]>[] {
  return use === null || use.nth === null || use.left === null
    ? []
    : [{ benefit: use.benefit, nth: use.nth, left: use.left }];
}
