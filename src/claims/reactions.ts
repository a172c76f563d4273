import {
  type DomainEvent,
  type Job,
  type Module,
  perform,
  publicId,
  type Reaction,
  reaction,
  systemCaller,
  waking,
} from "../platform/index.ts";
import { feeNotTaken } from "./feeStore.ts";
import { recordFee } from "./recordFee/recordFee.ts";

interface CapturedFee {
  readonly rootId: string;
  readonly claimNo: number;
}

/** Takes a captured fee to its claim. Runs at least once; the second time the claim has moved on. */
export const takeFeeToClaim: Job<CapturedFee> = waking(
  {
    name: "take_fee_to_claim",
    run: async (platform, { rootId, claimNo }) => {
      await perform(platform, systemCaller, recordFee, { id: publicId("clm", rootId, claimNo) });
    },
  },
  ({ rootId }) => rootId,
);

export const reactions: readonly Reaction[] = [
  reaction("ChargeCaptured", takeFeeToClaim, feeIn, feeNotTaken),
];

export const jobs: NonNullable<Module["jobs"]> = [takeFeeToClaim as unknown as Job<never>];

function feeIn(event: DomainEvent, rootId: string): CapturedFee | undefined {
  const { purpose, subjectNo } = event as unknown as { purpose: string; subjectNo: number };
  return purpose === "claim_fee" ? { rootId, claimNo: subjectNo } : undefined;
}
