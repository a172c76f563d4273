import assert from "node:assert/strict";
import type { Asker } from "../catalogue/index.ts";
import { orderOf, withdrawalsOf } from "../commerce/index.ts";
import { linkFor } from "../identity/index.ts";
import { publicId } from "../platform/index.ts";
import { momentIn } from "./formatDay.ts";
import type { Addressed, Mailing } from "./mailing.ts";
import { withdrawalAnswered, withdrawalTold } from "./templates/withdrawalLetters.ts";

type Body = Readonly<Record<string, unknown>>;

/** What both letters say: the words of the withdrawal and its moment. */
async function told(db: Asker, orderId: string, body: Body) {
  const [order, withdrawals] = await Promise.all([orderOf(db, orderId), withdrawalsOf(db, orderId)]);
  const found = withdrawals.find(({ no }) => no === body.no);
  assert(order !== undefined && found !== undefined, "what was told is there, with its order");
  const id = publicId("ord", orderId);
  const facts = {
    orderId: id,
    toldAt: momentIn(found.saidAt, db.platform.config.seller?.zone ?? "UTC"),
    lines: found.lines.map(({ quantity, name }) => `${quantity} × ${name}`),
    orderUrl: `${db.platform.config.publicUrl}/open/${linkFor(db.platform, "order", id)}`,
  };
  return { personId: order.buyerId, facts, answer: found.answer ?? "" };
}

/** The acknowledgement that the law asks for, on something that lasts. */
async function toldLetter(db: Asker, orderId: string, body: Body): Promise<Addressed> {
  const { personId, facts } = await told(db, orderId, body);
  return { personId, letter: withdrawalTold(facts) };
}

async function answeredLetter(db: Asker, orderId: string, body: Body): Promise<Addressed> {
  const { personId, facts, answer } = await told(db, orderId, body);
  return { personId, letter: withdrawalAnswered({ ...facts, answer }) };
}

/** Letters about withdrawals. */
export const withdrawalMailings: readonly Mailing[] = [
  { on: "WithdrawalTold", template: "withdrawalTold", address: toldLetter },
  { on: "WithdrawalAnswered", template: "withdrawalAnswered", address: answeredLetter },
];
