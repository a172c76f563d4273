import { type ClaimDesk, OWNER, type Who } from "./claimDesk.ts";

/** An act on a case beside the steps of its way: by whom, and a body that is right in every respect. */
export interface DeskAct {
  readonly act: string;
  readonly as: Who;
  readonly body: object;
}

const PLN = (amount: number) => ({ amount, currency: "PLN" });
const reason = "settled at the bench";

/** Everything the bench and owners do with a case beside its steps. */
export function deskActs(serial: string): readonly DeskAct[] {
  const came = { serial, parts: ["camera"], condition: "scratched", conditionDiffers: true, reason };
  const override = { gives: "repair", fee: PLN(0), cost: PLN(5_000), reason: "long_wait", note: reason };
  return [
    { act: "appeal", as: OWNER, body: { reason: "It was not dropped on purpose" } },
    { act: "channel", as: "staff", body: { channel: "swift" } },
    { act: "sending", as: OWNER, body: { parts: ["camera", "battery"] } },
    { act: "mismatch", as: "staff", body: { ...came, choice: "ask" } },
    { act: "question/answer", as: OWNER, body: { answer: "send_back" } },
    { act: "question/withdrawal", as: "staff", body: { reason } },
    {
      act: "analysis",
      as: "staff",
      body: { analysis: "customer", flightLog: "cloud", boundThroughout: true },
    },
    {
      act: "quote",
      as: "staff",
      body: { lines: [{ kind: "other", says: "Glass", quantity: 1, unit: PLN(9_000) }] },
    },
    { act: "override", as: "manager", body: override },
    { act: "send-back-waiver", as: "staff", body: { reason } },
    { act: "send-back-waiver/withdrawal", as: "staff", body: { reason } },
    { act: "reservation", as: "staff", body: {} },
    { act: "replacement/reversal", as: "staff", body: { reason } },
    { act: "hand-over", as: "staff", body: { sign: "slip" } },
    { act: "answer", as: OWNER, body: { easy: "yes" } },
  ];
}

/** Sends one of them. */
export async function doAct(
  { app }: ClaimDesk,
  id: string,
  { act, as, body }: DeskAct,
): ReturnType<ClaimDesk["step"]> {
  return await app.call(as, `POST /v1/claims/${id}/${act}`, body);
}
