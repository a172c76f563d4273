import type { DeadlineKind, Tx } from "../../platform/index.ts";
import { closeInvitation, openInvitations } from "./invitationStore.ts";

/** The end of an invitation, and a word before it. The key is the invitation's number. */
export const INVITATION_ENDS = "invitation_ends";
export const INVITATION_REMINDER = "invitation_reminder";

/** How long before the end whoever was invited is told once more. */
export const REMINDED_BEFORE = { hours: 24 } as const;

const ends: DeadlineKind = {
  kind: INVITATION_ENDS,
  run: async (tx, { rootId, key }) => {
    const closed = await closeInvitation(tx, rootId, "lapsed", null, tx.at, Number(key));
    if (closed !== undefined) {
      tx.record(rootId, [{ type: "InvitationLapsed", invitationNo: closed.no, reason: closed.reason }]);
    }
  },
};

const reminds: DeadlineKind = {
  kind: INVITATION_REMINDER,
  run: async (tx, { rootId, key }) => {
    const [open] = await openInvitations(tx, [rootId]);
    if (open?.no === Number(key)) {
      tx.record(rootId, [{ type: "InvitationEndsSoon", invitationNo: open.no, reason: open.reason }]);
    }
  },
};

export const invitationDeadlines: readonly DeadlineKind[] = [ends, reminds];

/** The contract that is concluded while an invitation is open takes it: one invitation, one plan. */
export async function takeInvitation(tx: Tx, deviceId: string, contractNo: number): Promise<void> {
  const taken = await closeInvitation(tx, deviceId, "taken", contractNo, tx.at, null);
  if (taken !== undefined) {
    const key = String(taken.no);
    tx.meet(deviceId, INVITATION_ENDS, key);
    tx.meet(deviceId, INVITATION_REMINDER, key);
    tx.record(deviceId, [{ type: "InvitationTaken", invitationNo: taken.no, contractNo }]);
  }
}
