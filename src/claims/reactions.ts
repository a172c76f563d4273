import {
  type Job,
  type Module,
  perform,
  publicId,
  type Reaction,
  reaction,
  systemCaller,
} from "../platform/index.ts";
import { recordFee } from "./recordFee/recordFee.ts";

interface CapturedCharge {
  readonly rootId: string;
  readonly purpose: string;
  readonly subjectNo: number | null;
}

/** Takes a captured fee to its claim. Runs at least once; the second time the claim has moved on. */
export const takeFeeToClaim: Job<CapturedCharge> = {
  name: "take_fee_to_claim",
  run: async (platform, { rootId, purpose, subjectNo }) => {
    if (purpose === "claim_fee" && subjectNo !== null) {
      await perform(platform, systemCaller, recordFee, { id: publicId("clm", rootId, subjectNo) });
    }
  },
};

export const reactions: readonly Reaction[] = [
  reaction("ChargeCaptured", takeFeeToClaim, (event, rootId) => {
    const { purpose, subjectNo } = event as unknown as CapturedCharge;
    return { rootId, purpose, subjectNo };
  }),
];

export const jobs: NonNullable<Module["jobs"]> = [takeFeeToClaim as unknown as Job<never>];
