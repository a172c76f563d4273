import type { DeadlineKind } from "../../platform/index.ts";
import { lapseRow, recoveryOf } from "./recoveryStore.ts";

/** The last instant to send a recovery, and the days before it in which a person is told. */
export const RECOVERY_DUE = "recovery_due";
export const RECOVERY_WARNS = "recovery_warns";
/** The last instant for its supplier to answer. */
export const RECOVERY_ANSWER = "recovery_answer";

export const WARNED_BEFORE = Temporal.Duration.from({ hours: 7 * 24 });

/** What was not sent in time its supplier owes no more. Nothing was booked of it. */
const recoveryDue: DeadlineKind = {
  kind: RECOVERY_DUE,
  run: async (tx, { rootId, key }) => {
    const recoveryNo = Number(key);
    if ((await lapseRow(tx, rootId, recoveryNo, tx.at)) !== undefined) {
      const recovery = await recoveryOf(tx, rootId, recoveryNo);
      tx.record(rootId, [
        { type: "RecoveryLapsed", claimNo: recovery?.claimNo, recoveryNo, supplier: recovery?.supplier },
      ]);
      tx.platform.log.error({ rootId, recoveryNo }, "a recovery was not sent in time and has lapsed");
    }
  },
};

const recoveryWarns: DeadlineKind = {
  kind: RECOVERY_WARNS,
  run: async (tx, { rootId, key }) => {
    const recovery = await recoveryOf(tx, rootId, Number(key));
    if (recovery?.state === "due") {
      const { claimNo, no: recoveryNo, supplier, dueAt } = recovery;
      const told = { claimNo, recoveryNo, supplier, dueAt: dueAt.toString() };
      tx.record(rootId, [{ type: "RecoveryDueSoon", ...told }]);
      tx.platform.log.warn({ rootId, recoveryNo, supplier }, "a recovery is to be sent within a week");
    }
  },
};

/** A supplier that is silent is a person's to ask: what it owes it owes. */
const recoveryAnswer: DeadlineKind = {
  kind: RECOVERY_ANSWER,
  run: async (tx, { rootId, key }) => {
    const recovery = await recoveryOf(tx, rootId, Number(key));
    if (recovery?.state === "sent") {
      const { claimNo, no: recoveryNo, supplier } = recovery;
      tx.record(rootId, [{ type: "RecoveryUnanswered", claimNo, recoveryNo, supplier }]);
      tx.platform.log.warn({ rootId, recoveryNo, supplier }, "a supplier has not answered a recovery");
    }
  },
};

export const recoveryDeadlines: readonly DeadlineKind[] = [recoveryDue, recoveryWarns, recoveryAnswer];
