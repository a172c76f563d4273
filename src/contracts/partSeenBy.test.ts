import assert from "node:assert/strict";
import { it } from "node:test";
import type { Deadline, RecordedEvent } from "../platform/index.ts";
import type { Contract } from "./contract.ts";
import { deadlinesSeen, eventsSeen } from "./partSeenBy.ts";

const at = Temporal.Instant.from("2026-09-05T10:00:00Z");
const told = (type: string, body: object): RecordedEvent =>
  ({ type, at, body: { claimNo: 1, ...body } }) as unknown as RecordedEvent;
const held = { units: [], contracts: [{ no: 1, heldFrom: null } as unknown as Contract] };
const opened = told("ClaimOpened", { contractNo: 1 });

it("an owner is told what became of their case, and nothing that we do for ourselves", () => {
  const ours = [
    told("NoteAdded", { noteNo: 1 }),
    told("OwnerViewShown", {}),
    told("EvidenceOriginalRead", { evidenceNo: 1, by: "person:sam" }),
    told("BinPlaced", { place: "A-12" }),
    told("PromiseBroken", { promise: "dispatch" }),
    told("HoldCaptureAsked", { holdNo: 1, amount: { amount: 90_000, currency: "EUR" } }),
    told("HoldCaptureDeclined", { holdNo: 1, reason: "ask first" }),
    told("RecoverySent", { recoveryNo: 1, supplier: "lens-works" }),
    told("RecoveryAnswered", { recoveryNo: 1, reason: "worn", accepted: { amount: 100, currency: "EUR" } }),
  ];
  const shipped = told("ClaimShipped", { serial: "X1" });
  const seen = eventsSeen([opened, ...ours, shipped], held as unknown as Parameters<typeof eventsSeen>[1]);
  assert.deepEqual(seen, [opened, shipped]);
});

it("an owner sees when their contract and case end, and no time of what has that number too", () => {
  const due = (kind: string, key: string): Deadline => ({ kind, key }) as unknown as Deadline;
  const own = [
    due("contract_ends", "1"),
    ...[due("report_lapses", "7"), due("payment_reminds", "7"), due("claim_closes", "7")],
  ];
  const others = [
    ...[due("contract_ends", "7"), due("renewal_reminder", "7"), due("report_lapses", "1")],
    ...[due("appointment_no_show", "7"), due("recovery_due", "7"), due("report_draft_lapses", "7")],
    ...[
      due("hold_due", "7"),
      due("refund_due", "7"),
      due("invitation_ends", "7"),
      due("promise_breach", "7"),
    ],
  ];
  const seven = { type: "ClaimOpened", at, body: { claimNo: 7, contractNo: 1 } } as unknown as RecordedEvent;
  const seen = deadlinesSeen(
    [...own, ...others],
    [seven],
    held as unknown as Parameters<typeof eventsSeen>[1],
  );
  assert.deepEqual(seen, own);
});

it("an owner is told that something was waived or settled, and not why our people did", () => {
  const fee = { amount: 4_000, currency: "PLN" };
  const reason = "she shouted at us";
  const ours = [
    told("SendBackWaived", { fee, reason }),
    told("WaiverWithdrawn", { fee, reason }),
    told("QuestionWithdrawn", { question: 1, reason }),
    // The control: why a parcel goes back is written for its owner.
    told("ParcelRefused", { reason: "It is another device." }),
  ];
  const seen = eventsSeen([opened, ...ours], held as unknown as Parameters<typeof eventsSeen>[1]);
  assert.deepEqual(
    seen.map(({ type, body }) => [type, body.reason]),
    [
      ["ClaimOpened", undefined],
      ["SendBackWaived", undefined],
      ["WaiverWithdrawn", undefined],
      ["QuestionWithdrawn", undefined],
      ["ParcelRefused", "It is another device."],
    ],
  );
  assert.deepEqual(seen[1]?.body.fee, fee);
});
