import { publicId, type Tx } from "../../platform/index.ts";
import { startAttempt } from "../attempts/index.ts";
import type { Matter } from "../matter.ts";
import { keeperOfHeldCard } from "../providers/index.ts";
import { aboutHold } from "./authorise.ts";
import type { Hold } from "./hold.ts";
import { triedAuthorisation } from "./holdStore.ts";

/**
 * Having the card forgotten that a provider kept to place a hold anew. Its number is that of the first
 * authorisation by this card: the provider knows the card by it, and we need not.
 */
export const forgetHeldMatter: Matter = {
  about: "forget_held",
  async asked(db, rootId, no) {
    const tried = await triedAuthorisation(db, rootId, no);
    if (tried === undefined || tried.providerRef === null) {
      return undefined;
    }
    const { holdNo, currency, providerRef: of } = tried;
    return { amount: { amount: 0, currency }, reference: publicId("hld", rootId, holdNo), of };
  },
  async succeed(tx, rootId, no) {
    tx.record(rootId, [{ type: "HeldCardForgotten", ...(await told(tx, rootId, no)) }]);
  },
  async fail(tx, rootId, no, { reason }) {
    const about = await told(tx, rootId, no);
    tx.record(rootId, [{ type: "HeldCardNotForgotten", ...about, reason }]);
    tx.platform.log.error(
      { rootId, ...about, reason },
      "the card of a hold that has ended is still kept; have its provider forget it",
    );
  },
};

async function told(tx: Tx, rootId: string, no: number): Promise<object> {
  const tried = await triedAuthorisation(tx, rootId, no);
  return tried === undefined ? {} : aboutHold({ no: tried.holdNo, subjectNo: tried.subjectNo });
}

/** A hold has ended: the cards that were kept for it are forgotten. A job tells the provider. */
export async function forgetHeldCards(tx: Tx, hold: Hold): Promise<void> {
  const placed = hold.authorisations.filter(({ captureBefore }) => captureBefore !== null);
  for (const method of new Set(placed.map((each) => each.method))) {
    const first = placed.find((each) => each.method === method);
    const keeper = keeperOfHeldCard(method);
    if (first !== undefined && keeper !== undefined) {
      const by = { provider: keeper.name, method, told: aboutHold(hold) };
      await startAttempt(tx, { about: "forget_held" }, hold.rootId, first.no, by);
    }
  }
}
