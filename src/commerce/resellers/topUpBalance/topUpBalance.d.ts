/**
 * POST /v1/resellers/{id}/top-ups: puts money on the balance by card, or by any other way there is to pay. A
 * transfer with the balance's own reference needs none. One whose payment failed is given up by the next.
 */
export declare const topUpBalance: import("../../../platform/act.ts").Act<
  {
    amountMinor: number;
    method: string;
  } & {
    id: string;
  },
  {
    id: string;
    purpose: "claim_fee" | "order" | "renewal" | "top_up";
    amount: {
      amount: number;
      currency: string;
    };
    state: "cancelled" | "captured" | "open";
    dueAt: string | null;
    payment: {
      method: string;
      state: "failed" | "pending" | "succeeded" | "unknown";
      reason: string | null;
      nextUrl?: string;
      transfer?: {
        reference: string;
        iban: string;
        bic: string | null;
        holder: string;
        missing: {
          amount: number;
          currency: string;
        };
      };
    } | null;
  }
>;
