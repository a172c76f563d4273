import type { Asker } from "../../catalogue/index.ts";
import { type ClaimRow } from "../../claims/index.ts";
import type { CentreAddress, Job, Reaction } from "../../platform/index.ts";
import { type Centre } from "./centre.ts";

interface OpenedClaim {
  readonly rootId: string;
  readonly claimNo: number;
}
/** Keeps the centre that a case goes to, as it was when it was reported. What is kept stays. */
export declare const designateCentre: Job<OpenedClaim>;
export declare const centreReactions: readonly Reaction[];
type Sent = Pick<ClaimRow, "deviceId" | "no" | "region" | "channel" | "device">;
/** The centre a case goes to: as was said when it was reported, else as it would be now. */
export declare function centreOfClaim(db: Asker, claim: Sent): Promise<Centre | undefined>;
/** A centre's address in the form of slips and letters. */
export declare function addressOf({ name, address, country }: Centre): CentreAddress;
