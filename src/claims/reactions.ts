import {
  type Along,
  type DomainEvent,
  type Job,
  type Module,
  perform,
  publicId,
  type Reaction,
  reaction,
  systemCaller,
  transact,
  waking,
} from "../platform/index.ts";
import { closeCore } from "./coreStore.ts";
import { feeNotTaken } from "./feeStore.ts";
import { lockClaim } from "./lockClaim.ts";
import { movePlanAt } from "./planMoves.ts";
import { recordFee, takeFee } from "./recordFee/recordFee.ts";
import { claimByNo } from "./store.ts";
import { swapOnReceipt } from "./swapOnReceipt/swapOnReceipt.ts";

interface CapturedFee {
  readonly rootId: string;
  readonly claimNo: number;
}

interface SettledCore extends CapturedFee {
  readonly as: "charged" | "waived";
}

/**
 * What a hold ended as is written beside the old device it stood for; one that has come stays received.
 * Nothing is awaited any more: a plan moves that waited for it.
 */
export const settleCore: Job<SettledCore> = waking(
  {
    name: "settle_core_return",
    run: async (platform, { rootId, claimNo, as }) => {
      await transact(platform, systemCaller, async (tx) => {
        const claim = await lockClaim(tx, publicId("clm", rootId, claimNo));
        await closeCore(tx, rootId, claimNo, as, tx.at);
        await movePlanAt(tx, claim, "return");
      });
    },
  },
  ({ rootId }) => rootId,
);

/**
 * Takes a captured fee, or a placed hold, to its claim. Runs at least once; the second time the claim has
 * moved on.
 */
export const takeFeeToClaim: Job<CapturedFee> = waking(
  {
    name: "take_fee_to_claim",
    run: async (platform, { rootId, claimNo }) => {
      await perform(platform, systemCaller, recordFee, { id: publicId("clm", rootId, claimNo) });
    },
  },
  ({ rootId }) => rootId,
);

/** A device came by the quick way. What is not swapped at once waits for the bench, as any other. */
export const beginSwapOnReceipt: Job<CapturedFee> = waking(
  {
    name: "begin_swap_on_receipt",
    run: async (platform, { rootId, claimNo }) => {
      await perform(platform, systemCaller, swapOnReceipt, { id: publicId("clm", rootId, claimNo) });
    },
  },
  ({ rootId }) => rootId,
);

/** The same with the capture itself; what secures an advance exchange is looked at by the job. */
const takeFeeAlong: Along<CapturedFee> = async (tx, { rootId, claimNo }) => {
  const claim = await claimByNo(tx, rootId, claimNo);
  const isPlain = claim?.state === "chosen" && claim.holdNo === null;
  return isPlain && (await takeFee(tx, claim)) !== undefined;
};

export const reactions: readonly Reaction[] = [
  reaction("ChargeCaptured", takeFeeToClaim, feeIn, feeNotTaken, takeFeeAlong),
  reaction("ClaimReceived", beginSwapOnReceipt, quickIn),
  reaction("HoldPlaced", takeFeeToClaim, holdIn),
  reaction("HoldCaptured", settleCore, (event, rootId) => settledIn(event, rootId, "charged")),
  reaction("HoldReleased", settleCore, (event, rootId) => settledIn(event, rootId, "waived")),
];

export const jobs: NonNullable<Module["jobs"]> = [
  takeFeeToClaim as unknown as Job<never>,
  settleCore as unknown as Job<never>,
  beginSwapOnReceipt as unknown as Job<never>,
];

/** Only the quick way skips the inspection; intake says so of no other. */
function quickIn(event: DomainEvent, rootId: string): CapturedFee | undefined {
  return (event as unknown as { channel?: string }).channel === "quick" ? holdIn(event, rootId) : undefined;
}

function holdIn(event: DomainEvent, rootId: string): CapturedFee {
  return { rootId, claimNo: (event as unknown as { claimNo: number }).claimNo };
}

function settledIn(event: DomainEvent, rootId: string, as: SettledCore["as"]): SettledCore {
  return { ...holdIn(event, rootId), as };
}

function feeIn(event: DomainEvent, rootId: string): CapturedFee | undefined {
  const { purpose, subjectNo } = event as unknown as { purpose: string; subjectNo: number };
  return purpose === "claim_fee" ? { rootId, claimNo: subjectNo } : undefined;
}
