import { plantedEvidence } from "./plantedEvidence.ts";
import { plantedMessages } from "./plantedMessages.ts";
import { plantedReview } from "./plantedReview.ts";
import { plantedVerifications } from "./plantedVerifications.ts";

/** What cannot be of the evidence, the messages, the reviews and the verifications. */
export const plantedCases: readonly (readonly [number, string, string])[] = [
  ...plantedEvidence,
  ...plantedMessages,
  ...plantedReview,
  ...plantedVerifications,
];
