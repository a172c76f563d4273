import { notFound, type ReadContext, type Tx } from "../platform/index.ts";
import { type Claim, type ClaimState, claimId } from "./claim.ts";
import type { EvidenceCase } from "./evidence/index.ts";
import { lockClaim } from "./lockClaim.ts";
import { readClaim } from "./readClaim.ts";
import { caseOfVerification, lockVerification, readOwnVerification } from "./verifications/index.ts";

/** Until the bench has looked, what was kept may be taken back. */
const beforeTheLook: readonly ClaimState[] = ["reported", "received"];

/** A claim as evidence sees it. */
export function caseOfClaim(claim: Pick<Claim, "deviceId" | "no" | "state">): EvidenceCase {
  const { deviceId, no, state } = claim;
  return {
    ...{ deviceId, belongsTo: "claim", ofNo: no, id: claimId(claim) },
    isOver: state === "closed" || state === "cancelled",
    takesBack: beforeTheLook.includes(state),
  };
}

/** Locks what a piece belongs to, found by its id. Errors: Problem 404 where it is not the caller's. */
export async function lockEvidenceCase(tx: Tx, id: string): Promise<EvidenceCase> {
  return id.startsWith("vrf_")
    ? caseOfVerification(await lockVerification(tx, id))
    : caseOfClaim(await lockClaim(tx, id));
}

/** The same without a lock, for questions. */
export async function readEvidenceCase(db: ReadContext, id: string): Promise<EvidenceCase> {
  if (id.startsWith("vrf_")) {
    return caseOfVerification(await readOwnVerification(db, id));
  }
  const { claim } = (await readClaim(db, id)) ?? {};
  if (claim === undefined) {
    throw notFound("claim");
  }
  return caseOfClaim(claim);
}
