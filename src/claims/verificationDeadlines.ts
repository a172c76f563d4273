import type { DeadlineKind } from "../platform/index.ts";
import {
  closeRow,
  stopWaiting,
  VERIFICATION_ANSWER,
  VERIFICATION_LAPSES,
  VERIFICATION_REMINDER,
  verificationByNo,
  withOwner,
} from "./verifications/index.ts";

/** What falls due of a verification. */
export const verificationDeadlines: readonly DeadlineKind[] = [
  {
    kind: VERIFICATION_LAPSES,
    run: async (tx, { rootId, key }) => {
      const closed = await closeRow(tx, rootId, Number(key), withOwner, "lapsed", tx.at);
      if (closed !== undefined) {
        stopWaiting(tx, closed, [VERIFICATION_REMINDER]);
        tx.record(rootId, [{ type: "VerificationLapsed", verificationNo: closed.no }]);
      }
    },
  },
  {
    kind: VERIFICATION_REMINDER,
    run: async (tx, { rootId, key }) => {
      const found = await verificationByNo(tx, rootId, Number(key));
      if (found !== undefined && withOwner.includes(found.state)) {
        tx.record(rootId, [{ type: "VerificationReminded", verificationNo: found.no }]);
      }
    },
  },
  {
    kind: VERIFICATION_ANSWER,
    run: async (tx, { rootId, key }) => {
      const found = await verificationByNo(tx, rootId, Number(key));
      if (found?.state === "submitted") {
        tx.record(rootId, [
          { type: "VerificationLate", verificationNo: found.no, submission: found.submission },
        ]);
      }
    },
  },
];
