import assert from "node:assert/strict";
import { publicId, type Queryable } from "../../platform/index.ts";
import type { Asked, CardMeant, Matter } from "../matter.ts";
import { type KeptCard, keptCardNo } from "./card.ts";
import { keptCardOf, saveForgotten, saveKept, saveNotKept } from "./cardStore.ts";
import { orderForgetting } from "./keepCard.ts";

/** Having a payer's card kept by its provider. No money moves. */
export const cardMatter: Matter = {
  about: "card",
  async asked(db, rootId, no) {
    const card = await keptCardOf(db, rootId, no);
    return card?.state === "asked" ? asked(card) : undefined;
  },
  async succeed(tx, rootId, no, { card: told }) {
    assert(told !== undefined, "a provider that keeps a card says which");
    const { customerRef, cardRef, brand, lastFour, expiresOn } = told;
    await saveKept(tx, rootId, no, customerRef, cardRef, brand, lastFour, expiresOn, tx.at);
    const card = await keptCardOf(tx, rootId, no);
    if (card?.unwantedAt !== null && card?.unwantedAt !== undefined) {
      // Withdrawn while its holder was on the provider's page.
      await orderForgetting(tx, rootId, no, card);
      return;
    }
    tx.record(rootId, [{ type: "CardKept", cardNo: no }]);
  },
  async fail(tx, rootId, no, { reason }) {
    await saveNotKept(tx, rootId, no, tx.at);
    tx.record(rootId, [{ type: "CardNotKept", cardNo: no, reason }]);
  },
};

/** Having a card forgotten by its provider. */
export const forgetMatter: Matter = {
  about: "forget",
  async asked(db, rootId, no) {
    const card = await keptCardOf(db, rootId, no);
    const meant = card && meantBy(card);
    return card === undefined || meant === undefined ? undefined : { ...asked(card), card: meant };
  },
  async succeed(tx, rootId, no) {
    await saveForgotten(tx, rootId, no, tx.at);
    tx.record(rootId, [{ type: "CardForgotten", cardNo: no }]);
  },
  async fail(tx, rootId, no, { reason }) {
    tx.record(rootId, [{ type: "CardNotForgotten", cardNo: no, reason }]);
    tx.platform.log.error(
      { rootId, cardNo: no, reason },
      "a card is still kept; have its provider forget it",
    );
  },
};

/** The kept card a method of a payment names, for its provider; undefined for every other way to pay. */
export async function cardBehind(
  db: Queryable,
  rootId: string,
  method: string | undefined,
): Promise<CardMeant | undefined> {
  const no = method === undefined ? undefined : keptCardNo(method);
  const card = no === undefined ? undefined : await keptCardOf(db, rootId, no);
  return card && meantBy(card);
}

function meantBy({ cardRef, customerRef, method }: KeptCard): CardMeant | undefined {
  return cardRef === null ? undefined : { cardRef, customerRef, method };
}

/** Nothing is to be paid; the currency says which cards may be kept. */
function asked({ rootId, currency }: KeptCard): Asked {
  const amount = { amount: 0, currency };
  return { amount, reference: publicId("dev", rootId), returnUrl: `/devices/${publicId("dev", rootId)}` };
}
