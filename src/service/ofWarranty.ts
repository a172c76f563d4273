import { noteWarrantyPaper, type WarrantyPaper } from "../contracts/index.ts";
import { type DomainEvent, type Job, type Module, reaction } from "../platform/index.ts";
import { answerRecovery } from "./answerRecovery/answerRecovery.ts";
import { previewWarranty } from "./previewWarranty/previewWarranty.ts";
import {
  type ClosedCase,
  findRecoveries,
  listRecoveries,
  recoveryDeadlines,
  showPack,
  showRecovery,
} from "./recoveries/index.ts";
import { sendRecovery } from "./sendRecovery/sendRecovery.ts";
import { listAgreements } from "./setAgreement/listAgreements.ts";
import { setAgreement } from "./setAgreement/setAgreement.ts";
import { settleRecoveries } from "./settleRecoveries/settleRecoveries.ts";

export {
  answerRecovery,
  listAgreements,
  listRecoveries,
  previewWarranty,
  sendRecovery,
  setAgreement,
  settleRecoveries,
  showPack,
  showRecovery,
};

/** What is done beside a case about warranties, and what suppliers owe after it. */
export const ofWarranty = {
  routes: [
    previewWarranty,
    listRecoveries,
    showRecovery,
    showPack,
    sendRecovery,
    answerRecovery,
    settleRecoveries,
    listAgreements,
    setAgreement,
  ] as Module["routes"],
  jobs: [findRecoveries as unknown as Job<never>],
  reactions: [
    reaction("ClaimInspected", noteWarrantyPaper, paperIn),
    reaction("ClaimClosed", findRecoveries, closedIn),
  ],
  deadlines: recoveryDeadlines,
};

/** Of an inspection in which the bench saw a paper alone. */
function paperIn(event: DomainEvent, rootId: string): WarrantyPaper | undefined {
  const { warrantyEndsAt } = event;
  return typeof warrantyEndsAt === "string"
    ? { deviceId: rootId, claimNo: Number(event.claimNo), endsAt: warrantyEndsAt }
    : undefined;
}

function closedIn(event: DomainEvent, rootId: string): ClosedCase {
  return { deviceId: rootId, claimNo: Number(event.claimNo) };
}
