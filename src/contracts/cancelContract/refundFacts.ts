import type { RefundableSale } from "../../money/index.ts";
import type { Money } from "../../platform/index.ts";
import type { CancellationFacts, Facts, HolderFacts } from "../../terms/index.ts";
import type { Contract } from "../contract.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { deviceFacts, planFacts } from "../facts.ts";
import { stateFact } from "../purchase.ts";

/** What is told when a contract is to be ended. */
export interface Told {
  readonly by: "holder" | "provider";
  readonly reason: string;
  /** When it was said; the moment of the decision unless a letter came earlier. */
  readonly noticeAt: Temporal.Instant;
  readonly deviceReturned: boolean;
  /** What claims on it were worth, where one was served and somebody knows. */
  readonly claimsPaid?: Money | undefined;
  /** Where the holder lives, where the sale does not say. */
  readonly holder: Pick<HolderFacts, "country" | "state">;
}

/** What is known of the contract beside its device's record. */
export interface RefundGround {
  readonly at: Temporal.Instant;
  readonly record: DeviceRecord;
  readonly contract: Contract;
  /** What was paid for it; undefined when nothing was paid to us. */
  readonly sale: RefundableSale | undefined;
  /** How often it has passed to another holder. */
  readonly transfers: number;
  readonly told: Told;
}

/**
 * The facts by which it is decided what ending a contract pays back. The notice is pinned: a late payment
 * changes nothing of it.
 */
export function refundFacts(ground: RefundGround): Facts {
  const { at, record, contract, sale, told, transfers } = ground;
  const { purchase = null } = contract;
  const plan = planFacts(record, contract);
  const cancellation: CancellationFacts = {
    by: told.by,
    reason: told.reason,
    noticeAt: told.noticeAt.toString(),
    deviceReturned: told.deviceReturned,
    refundedAt: "never",
  };
  return {
    at: at.toString(),
    region: contract.region,
    device: deviceFacts(record),
    plan:
      plan === "none"
        ? plan
        : {
            ...plan,
            status: contract.state === "scheduled" ? "active" : contract.state,
            price: sale === undefined ? "unknown" : priceOf(sale),
            claimsPaid: claimsPaid(contract, told),
            informed: purchase?.informed ?? "unknown",
            expressRequest: purchase?.expressRequest ?? "unknown",
            billing: "term",
            delivery: "online",
            copyReceivedAt: contract.concludedAt.toString(),
          },
    order: { channel: purchase?.channel ?? "unknown" },
    holder: {
      kind: purchase?.kind ?? "unknown",
      country: purchase?.country ?? told.holder.country ?? "unknown",
      state: stateFact(purchase?.country ?? told.holder.country, purchase?.state ?? told.holder.state),
    },
    transfer: { times: transfers },
    cancellation,
  };
}

/** What was paid, tax included. */
function priceOf({ netMinor, taxMinor, currency }: RefundableSale): Money {
  return { amount: netMinor + taxMinor, currency };
}

/** Where no use was made of it nothing was paid; what a use was worth, a person has to say. */
function claimsPaid({ slots }: Contract, told: Told): Money | "none" | "unknown" {
  return told.claimsPaid ?? (slots.every(({ state }) => state === "free") ? "none" : "unknown");
}
