import { accepted, type Decision, type Tx } from "../../platform/index.ts";
import { printMoney } from "../../terms/index.ts";
import { type Account, post } from "../ledger/index.ts";
import { refuse } from "../refusals.ts";
import { moveBalance } from "./accountStore.ts";
import { type Correction, correctionOf, endCorrection, insertCorrection } from "./correctionStore.ts";
import { judgeSpend } from "./judgeSpend.ts";
import { lockAccount } from "./lockAccount.ts";
import { balanceAccount } from "./resellerAccount.ts";

/** Asks for a change of a balance by hand. Nothing is booked until another person agrees. */
export async function askCorrection(
  tx: Tx,
  resellerId: string,
  { currency, amountMinor, reason }: Pick<Correction, "currency" | "amountMinor" | "reason">,
): Promise<Decision<Correction>> {
  if ((await lockAccount(tx, resellerId, currency)) === undefined) {
    return refuse("account_currency_differs");
  }
  const asked = await insertCorrection(tx, resellerId, currency, amountMinor, reason, tx.caller.id, tx.at);
  tx.record(resellerId, [
    { type: "BalanceCorrectionAsked", no: asked.no, amount: { amount: amountMinor, currency } },
  ]);
  return accepted(asked);
}

/** Who asked, and whether the one who answers is somebody else. */
export interface CorrectionAnswer {
  readonly agrees: boolean;
  readonly isSamePerson: boolean;
}

/** Books a correction that another person agrees to, or declines it. Undefined: there is none. */
export async function endBalanceCorrection(
  tx: Tx,
  asked: Correction,
  { agrees, isSamePerson }: CorrectionAnswer,
): Promise<Decision<Correction>> {
  const { resellerId, no, currency, amountMinor } = asked;
  const account = await lockAccount(tx, resellerId, currency);
  if (account === undefined || (await correctionOf(tx, resellerId, no))?.state !== "asked") {
    return refuse("correction_ended");
  }
  if (agrees && isSamePerson) {
    return refuse("correction_same_person");
  }
  const room = judgeSpend(-amountMinor, account, (minor) => printMoney(minor, currency));
  if (agrees && amountMinor < 0 && room.refused !== undefined) {
    return room;
  }
  const state = agrees ? "booked" : "declined";
  const ended = await endCorrection(tx, resellerId, no, state, tx.caller.id, tx.at);
  if (ended === undefined) {
    return refuse("correction_ended");
  }
  if (agrees) {
    await bookCorrection(tx, ended);
    tx.record(resellerId, [{ type: "BalanceCorrected", no }]);
  } else {
    tx.record(resellerId, [{ type: "BalanceCorrectionDeclined", no }]);
  }
  return accepted(ended);
}

async function bookCorrection(tx: Tx, { resellerId, no, currency, amountMinor }: Correction): Promise<void> {
  const goodwill: Account = { programme: "none", region: "none", currency, kind: "goodwill" };
  const balance = balanceAccount(resellerId, currency);
  const [debit, credit] = amountMinor > 0 ? [goodwill, balance] : [balance, goodwill];
  await moveBalance(tx, resellerId, currency, amountMinor);
  await post(tx, resellerId, `correction/${no}`, [{ debit, credit, amountMinor: Math.abs(amountMinor) }]);
}
