import { type DeviceRecord, lockDevice, normaliseSerial, reserveSlot } from "../../contracts/index.ts";
import { accepted, act, type Decision, type Tx } from "../../platform/index.ts";
import { toClaim } from "../claim.ts";
import { contractOfCase, zoneOfCase } from "../claimFacts.ts";
import { REPORT_LAPSES } from "../deadlines.ts";
import { endDrafts } from "../endDrafts.ts";
import { mayReport } from "../mayReport.ts";
import { refuse } from "../refusals.ts";
import { holderOf, type Reporter, reporterOf } from "../reporterOf.ts";
import { insertClaim } from "../store.ts";
import { termsOfCase } from "../termsOfCase.ts";
import { endOfDays, waitingDaysOf } from "../waitingDays.ts";
import { type ClaimOpening, decideOpenClaim, type ReportTold } from "./decideOpenClaim.ts";
import { type OpenClaimAnswer, OpenClaimBody, OpenClaimReply } from "./openClaimShapes.ts";

/** POST /v1/claims: a damage is reported. Answers with what the terms say of it, before anything is sent. */
export const openClaim = act({
  route: "POST /v1/claims",
  permission: "claim.open",
  summary:
    "Reports a damage: the claim, its provisional receipt and what to send. Final after the inspection.",
  body: OpenClaimBody,
  reply: OpenClaimReply,
  status: 201,
  dryRun: true,
  opening: (db, { serial }) => lockDevice(db, { serial }),
  run: async (tx, command, at, found) => {
    const { incident, channel, wants = "replacement" } = command;
    const told: ReportTold = { serial: normaliseSerial(command.serial), incident, channel, wants };
    const record = found !== undefined && (await mayReport(tx, found, told)) ? found : undefined;
    const contract = record && contractOfCase(record, { incident });
    const terms = record && (await termsOfCase(tx, record, { incident, openedAt: at, contract }));
    const decision = decideOpenClaim(told, { at, record, terms });
    if (decision.refused !== undefined) {
      return decision;
    }
    const device = record as DeviceRecord;
    const reporter = reporterOf(tx, holderOf(device, decision.accepted.contract), command.address);
    return await saveClaim(tx, device, told, decision.accepted, reporter);
  },
});

async function saveClaim(
  tx: Tx,
  record: DeviceRecord,
  told: ReportTold,
  opening: ClaimOpening,
  { reporterId, isWritten }: Reporter,
): Promise<Decision<OpenClaimAnswer>> {
  const { deviceId, model } = record.device;
  const { contract, region, currency, receipt, packing } = opening;
  const contractNo = contract?.no ?? null;
  const { serial, channel, wants, incident } = told;
  const json = [JSON.stringify(incident), reporterId, JSON.stringify(receipt)];
  const row = [contractNo, serial, channel, wants, region, currency, ...json, tx.at, tx.caller.id];
  const [inserted] = await Promise.all([insertClaim(tx, deviceId, ...row), isWritten]);
  if (inserted === undefined) {
    return refuse("claim_open_already");
  }
  const { no, drafts } = inserted;
  await endDrafts(tx, { deviceId, no }, drafts);
  const promised = contractNo === null ? [] : opening.reserves.map((use) => ({ ...use, contractNo }));
  await Promise.all(promised.map((use) => reserveSlot(tx, deviceId, { ...use, claimNo: no })));
  const { toSend } = await waitingDaysOf(tx, { contractNo, receipt });
  const sendBy = endOfDays(tx.at, toSend, zoneOfCase(record, contract));
  tx.schedule(deviceId, REPORT_LAPSES, String(no), sendBy);
  const { outcome } = receipt;
  tx.record(deviceId, [
    { type: "ClaimOpened", claimNo: no, contractNo, serial, channel, region, model, outcome },
  ]);
  const none = {
    findings: null,
    returnedParts: null,
    found: null,
    combined: null,
    choices: null,
    route: null,
    feeMinor: null,
    chargeNo: null,
    holdNo: null,
    core: null,
  };
  const opened = { deviceId, no, contractNo, ...told, region, currency, receipt, reporterId, ...none };
  const claim = toClaim({ ...opened, state: "reported", openedAt: tx.at, closedAt: null }, sendBy);
  const packingList = { send: [...packing.send], keep: [...packing.keep] };
  return accepted({ claim, packingList, provisional: true });
}
