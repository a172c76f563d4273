import { Type } from "typebox";
import { spendAnonymousOrder } from "../../identity/index.ts";
import { accepted, act, Country, Instant, line, shape, until } from "../../platform/index.ts";
import { demandVatForm } from "./demandVatForm.ts";
import { wantProof } from "./proveVatNumber.ts";
import { isProved, type VatNumber } from "./vatNumber.ts";
import { vatNumberOf } from "./vatStore.ts";

/** As long as a checkout can politely wait for a register. */
const PATIENCE_MS = 4_000;

/** The form a number is told in. */
export const VatId = Type.String({ pattern: "^[A-Z]{2}[0-9A-Z+*]{2,13}$" });

const VatNumberView = shape({
  vatId: Type.String(),
  country: Country,
  state: Type.Enum(["unproved", "valid", "not_valid"]),
  provedAt: Type.Union([Instant, Type.Null()]),
  /** Whether an order now would rest on it. */
  isProved: Type.Boolean(),
});

/**
 * POST /v1/vat-numbers: looks at a business's number before it orders, because reverse charge needs the
 * register's word. The answer waits a few seconds for it; nothing waits longer.
 */
export const askVatNumber = act({
  route: "POST /v1/vat-numbers",
  permission: "order.place",
  summary: "Checks the form of a VAT number and has its register asked.",
  body: shape({ vatId: VatId, country: Country, name: Type.Optional(line(200)) }),
  reply: VatNumberView,
  async run(tx, told, at) {
    demandVatForm(told.vatId, told.country, "/vatId");
    await spendAnonymousOrder(tx);
    return accepted(viewOf(await wantProof(tx, told), at));
  },
  settle: async (platform, _caller, { vatId }) => {
    const look = async (): Promise<VatNumber> => {
      const found = await vatNumberOf(platform.database, vatId);
      if (found === undefined) {
        throw new Error(`the number ${vatId} was written down just now`);
      }
      return found;
    };
    const known = await look();
    const seen = await until(
      platform,
      known.numberId,
      PATIENCE_MS,
      look,
      ({ state, askedAt }) => state !== "unproved" || askedAt !== null,
    );
    return viewOf(seen, platform.clock.now());
  },
});

function viewOf(number: VatNumber, at: Temporal.Instant) {
  const { vatId, country, state, provedAt } = number;
  return { vatId, country, state, provedAt: provedAt?.toString() ?? null, isProved: isProved(number, at) };
}
