import { evidenceJobs, evidenceLapses, evidenceReactions } from "./checkEvidence.ts";
import { listEvidence } from "./listEvidence.ts";
import { shareEvidence } from "./shareEvidence/shareEvidence.ts";
import { withdrawClip, withdrawEvidence } from "./withdrawEvidence/withdrawEvidence.ts";

/** What evidence adds to the module: its routes, jobs, reactions and deadline. */
export const ofEvidence = {
  routes: [listEvidence, withdrawEvidence, withdrawClip, shareEvidence],
  jobs: evidenceJobs,
  reactions: evidenceReactions,
  deadlines: [evidenceLapses],
} as const;
