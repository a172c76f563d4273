import { Type } from "typebox";
import { taxRateOf, taxWithin } from "../../catalogue/index.ts";
import {
  type Choice,
  ChoiceShape,
  type ClaimRow,
  ClaimShape,
  choicesOf,
  decidedOf,
  endOfDays,
  grantedOn,
  insertQuote,
  lockClaim,
  moveClaim,
  type Quote,
  QuoteShape,
  quotesOfClaim,
  refuseClaim,
  toClaim,
  toQuote,
  withGranted,
} from "../../claims/index.ts";
import {
  accepted,
  act,
  badField,
  failPoint,
  IdParams,
  line,
  Money,
  shape,
  type Tx,
} from "../../platform/index.ts";
import { heldPrices } from "../prices/index.ts";
import { refuse } from "../refusals.ts";
import { sheetOf } from "../sheetOf.ts";
import { decideMakeQuote, type RepairReckoned } from "./decideMakeQuote.ts";

/** How long a quote holds unless it says so; never longer than there is time to choose. */
const DAYS = 14;

/** POST /v1/claims/{id}/quote: what a repair costs, line by line, for its owner to choose. */
export const makeQuote = act({
  route: "POST /v1/claims/{id}/quote",
  permission: "claim.quote",
  summary:
    "Quotes a repair: lines from the price list, tax, total, and until when it holds. It goes on the sheet.",
  params: IdParams,
  body: shape({
    lines: Type.Array(
      shape({
        kind: Type.Enum(["part", "labour", "shipping", "other"]),
        /** What the price list calls it. */
        item: Type.Optional(line(60)),
        /** What the owner reads. */
        says: Type.Optional(line(120)),
        /** Pieces, or hours. */
        quantity: Type.Number({ minimum: 0.01, maximum: 1000, multipleOf: 0.01 }),
        /** Net of one, for what the list has no price of. */
        unit: Type.Optional(Money),
      }),
      { minItems: 1, maxItems: 40 },
    ),
    /** Civil days it holds, today not counted. */
    validDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 90 })),
    /** The number of the newest quote that was seen, 0 for none: nobody's is replaced unseen. */
    quotes: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  }),
  reply: shape({ claim: ClaimShape, quote: QuoteShape, choices: Type.Array(ChoiceShape) }),
  dryRun: true,
  run: async (tx, { id, lines, validDays = DAYS, quotes: seen }, at) => {
    const claim = await lockClaim(tx, id);
    const { deviceId, no, currency, region, device } = claim;
    if (claim.appeal === "asked") {
      return refuseClaim("appeal_open");
    }
    const told = lines.map(({ unit, ...rest }, index) => {
      if (unit !== undefined && unit.currency !== currency) {
        throw badField(`/lines/${index}/unit/currency`, "currency", `This claim is in ${currency}.`);
      }
      return { ...rest, unitMinor: unit?.amount };
    });
    const decision = decideMakeQuote(told, {
      state: claim.state,
      dueAt: claim.dueAt,
      prices: await heldPrices.rows(tx),
      rate: await taxRateOf(tx, claim.country, at),
      asked: { model: device.model, region, currency, at },
    });
    if (decision.refused !== undefined) {
      return decision;
    }
    const before = await quotesOfClaim(tx, deviceId, no);
    if (seen !== undefined && seen !== before.length) {
      return refuse("quoted_meanwhile");
    }
    const quote = await quoteOf(tx, claim, decision.accepted, { no: before.length + 1, validDays });
    if (quote === undefined) {
      return refuse("repair_not_offered");
    }
    const { choices, ...kept } = quote;
    await save(tx, claim, kept);
    const moved = await moveClaim(tx, claim, ["inspected"], "inspected", { choices });
    failPoint(tx.platform, "quote_saved");
    const shown = toQuote(kept, { onSheet: kept.no, at });
    tx.record(deviceId, [
      { type: "QuoteMade", claimNo: no, quote: kept.no, total: shown.total, validUntil: shown.validUntil },
    ]);
    return moved === undefined
      ? refuseClaim("claim_not_at_this_step")
      : accepted({ claim: toClaim(moved, claim.dueAt ?? undefined), quote: shown, choices: [...choices] });
  },
});

type QuoteOnSheet = Quote & { readonly choices: readonly Choice[] };

/** The sheet with the repair at its price, and the quote as it stands on it; the plan's fee beside it too. */
async function quoteOf(
  tx: Tx,
  claim: ClaimRow,
  { lines, netMinor, taxMinor, repairMinor }: RepairReckoned,
  { no, validDays }: { readonly no: number; readonly validDays: number },
): Promise<QuoteOnSheet | undefined> {
  const { currency, zone, dueAt, country } = claim;
  const decided = decidedOf(claim);
  const sheet = await sheetOf(tx, claim);
  const ways = decided === undefined ? [] : choicesOf(decided, { ...sheet, currency, repairMinor });
  // What was granted beyond the terms stays, whatever the repair costs.
  const choices = withGranted(ways, grantedOn(claim.choices));
  const paid = choices.find(({ route }) => route === "paid");
  if (paid === undefined) {
    return undefined;
  }
  const ends = endOfDays(tx.at, validDays, zone);
  const validUntil = dueAt !== null && Temporal.Instant.compare(dueAt, ends) < 0 ? dueAt : ends;
  const besideMinor = paid.fee.amount - repairMinor;
  const beside = taxWithin(besideMinor, await taxRateOf(tx, country, tx.at));
  const planLine = {
    ...({ kind: "plan", says: PLAN_FEE, hundredths: 100, unitMinor: beside.netMinor } as const),
    ...{ netMinor: beside.netMinor, taxMinor: beside.taxMinor },
  };
  return {
    ...{ no, currency, repairMinor, validUntil, madeAt: tx.at, acceptedAt: null },
    lines: besideMinor === 0 ? lines : [...lines, planLine],
    netMinor: netMinor + beside.netMinor,
    taxMinor: taxMinor + beside.taxMinor,
    totalMinor: paid.fee.amount,
    choices: choices.map((choice) =>
      choice.route === "paid" ? { ...choice, quote: { no, validUntil: validUntil.toString() } } : choice,
    ),
  };
}

const PLAN_FEE = "Fee of the plan";

async function save(tx: Tx, { deviceId, no }: ClaimRow, quote: Quote): Promise<void> {
  const { currency, lines, netMinor, taxMinor, totalMinor, repairMinor, madeAt, validUntil } = quote;
  const sums = [netMinor, taxMinor, totalMinor, repairMinor];
  const until = [madeAt, validUntil, tx.caller.id];
  await insertQuote(tx, deviceId, no, quote.no, currency, JSON.stringify(lines), ...sums, ...until);
}
