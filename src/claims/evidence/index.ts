export { addEvidence } from "./addEvidence/addEvidence.ts";
export { evidenceJobs, evidenceLapses, evidenceReactions } from "./checkEvidence.ts";
export { EvidenceShape, type Purpose, purposes } from "./evidence.ts";
export { listEvidence } from "./listEvidence.ts";
export { faultWords, type RefusedAs } from "./refusals.ts";
export { evidencePlugin } from "./serveEvidence.ts";
export { shareEvidence } from "./shareEvidence/shareEvidence.ts";
export { type Swept, sweepEvidence } from "./sweepEvidence.ts";
export { withdrawEvidence } from "./withdrawEvidence/withdrawEvidence.ts";
