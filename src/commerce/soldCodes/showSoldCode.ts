import { Type } from "typebox";
import { digestsNamed } from "../../contracts/index.ts";
import { sightOf as seenByOffice } from "../../identity/index.ts";
import { eventsOf, IdParams, Instant, notFound, read, shape } from "../../platform/index.ts";
import { sightOf } from "../sight.ts";
import { type SoldCode, SoldCodeSchema, soldCodeView } from "./soldCode.ts";
import { namedSoldCodes } from "./soldCodeStore.ts";

/** What happens to all codes of an order together, by the events that say so. */
const OF_ORDER: ReadonlyMap<string, Step> = new Map([
  ["CodesRevealed", "revealed"],
  ["CodesResent", "resent"],
]);

const steps = ["sold", "delivered", "revealed", "resent", "redeemed"] as const;
type Step = (typeof steps)[number];

/** GET /v1/codes/{id}: one code and what happened to it; nothing of who used it. */
export const showSoldCode = read({
  route: "GET /v1/codes/{id}",
  permission: "sold_code.read",
  summary: "Shows a sold code and what happened to it, by day and kind.",
  params: IdParams,
  reply: shape({
    ...SoldCodeSchema.properties,
    history: Type.Array(shape({ step: Type.Enum([...steps]), at: Instant })),
  }),
  async run(db, { id }) {
    const named = digestsNamed(id);
    const [code] =
      named === undefined ? [] : await namedSoldCodes(db, ...sightOf(db.caller), [named.first], [named.last]);
    if (code === undefined) {
      throw notFound("code");
    }
    const { resellerId: _, ...known } = code;
    const ofOrder = (await eventsOf(db, code.orderId)).flatMap(({ type, at }) => {
      const step = OF_ORDER.get(type);
      return step === undefined ? [] : [{ step, at: at.toString() }];
    });
    const history = [...ownSteps(code), ...ofOrder].toSorted(byTime);
    return { ...soldCodeView(known, seenByOffice(db.caller).office), history };
  },
});

/** What happened in the same instant, in the order it happens in. */
function byTime(one: { step: Step; at: string }, other: { step: Step; at: string }): number {
  const apart = Temporal.Instant.compare(one.at, other.at);
  return apart === 0 ? steps.indexOf(one.step) - steps.indexOf(other.step) : apart;
}

function ownSteps({ soldAt, deliveredAt, redeemedAt }: SoldCode): { step: Step; at: string }[] {
  const told = { sold: soldAt, delivered: deliveredAt, redeemed: redeemedAt };
  return Object.entries(told).flatMap(([step, at]) =>
    at === null ? [] : [{ step: step as Step, at: at.toString() }],
  );
}
