/** POST /v1/claims/{id}/hand-over: its owner has it. In place of a parcel; the claim is closed at once. */
export declare const handOverDevice: import("../../platform/act.ts").Act<
  {
    sign: "identity_card" | "link" | "slip";
  } & {
    id: string;
  },
  {
    id: string;
    deviceId: string;
    contractId?: string;
    serial: string;
    state:
      | "cancelled"
      | "chosen"
      | "closed"
      | "inspected"
      | "paid"
      | "received"
      | "replaced"
      | "reported"
      | "shipped";
    channel: "online" | "quick" | "swift";
    wants: "repair" | "replacement";
    region: string;
    currency: string;
    incident: Record<string, unknown>;
    findings?: Record<string, unknown>;
    returnedParts?: string[];
    receipt: {
      decision: string;
      outcome: string;
      at: string;
    };
    found?: {
      no: number;
      findings: Record<string, unknown>;
      receipt: {
        decision: string;
        outcome: string;
        at: string;
      };
      part: "needless" | "open" | "refused" | "shared" | "taken";
      by?: number;
    }[];
    choices?: {
      route: "paid" | "plan" | "return" | "warranty";
      fee: {
        amount: number;
        currency: string;
      };
      workingDays: number;
      uses?: {
        benefit: string;
        nth: number;
        left: number;
      };
      furtherUses?: {
        benefit: string;
        nth: number;
        left: number;
      }[];
      unit: "repaired" | "replacement" | "unrepaired";
      warranty: "goes_on" | "none";
      clauses: string[];
      ways?: {
        finding: number;
        how: "free" | "left" | "needless" | "paid" | "plan" | "shared";
        by?: number;
      }[];
    }[];
    route?: "paid" | "plan" | "return" | "warranty";
    fee?: {
      amount: number;
      currency: string;
    };
    chargeId?: string;
    holdId?: string;
    oldDevice?: "awaited" | "charged" | "received" | "waived";
    next: {
      who: "carrier" | "centre" | "nobody" | "owner";
      what:
        | "arrive"
        | "choose"
        | "inspect"
        | "none"
        | "pay"
        | "replace"
        | "send"
        | "send_back"
        | "send_rest"
        | "ship";
      by?: string;
    };
    openedAt: string;
    closedAt?: string;
  }
>;
