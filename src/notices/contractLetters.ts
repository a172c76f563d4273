import assert from "node:assert/strict";
import { type Asker, modelNamed, termsOf } from "../catalogue/index.ts";
import {
  type Contract,
  contractId,
  type DeviceRecord,
  deviceRecord,
  lastDayOf,
  REPLACEMENT,
} from "../contracts/index.ts";
import { publicId } from "../platform/index.ts";
import { dayIn, formatDay } from "./formatDay.ts";
import type { Addressed } from "./mailing.ts";
import { type ContractFacts, contractActivated } from "./templates/contractActivated.ts";
import { contractRenewed } from "./templates/contractRenewed.ts";

type Body = Readonly<Record<string, unknown>>;

/** The confirmation of a plan, to its holder. */
export async function contractActivatedLetter(db: Asker, deviceId: string, body: Body): Promise<Addressed> {
  const { contract, facts } = await contractFacts(db, deviceId, Number(body.contractNo));
  return { personId: contract.holderId, letter: contractActivated(facts) };
}

/** The confirmation of a renewal, to its holder. */
export async function contractRenewedLetter(db: Asker, deviceId: string, body: Body): Promise<Addressed> {
  const { contract, facts } = await contractFacts(db, deviceId, Number(body.contractNo));
  const warrantyUntil =
    typeof body.warrantyEndsAt === "string" ? lastWarrantyDay(body.warrantyEndsAt, contract.zone) : undefined;
  return { personId: contract.holderId, letter: contractRenewed({ ...facts, warrantyUntil }) };
}

/** What every letter about a contract is made from. */
export async function contractFacts(
  db: Asker,
  deviceId: string,
  contractNo: number,
): Promise<{
  readonly contract: Contract;
  readonly record: DeviceRecord;
  readonly facts: ContractFacts;
}> {
  const record = await deviceRecord(db, { deviceId });
  const contract = record?.contracts.find(({ no }) => no === contractNo);
  assert(record !== undefined && contract !== undefined, "a contract that was concluded is there");
  const [terms, model] = await Promise.all([
    termsOf(db, contract.programme, contract.termsVersion),
    modelNamed(db, record.device.model),
  ]);
  const length = terms.plans().find((plan) => plan.product === contract.product)?.length;
  const left = contract.slots.filter(
    ({ benefit, state }) => benefit === REPLACEMENT && state === "free",
  ).length;
  const facts = {
    contractId: contractId(contract),
    plan: length === undefined || length === null ? terms.title : `${terms.title}, ${length}`,
    device: model?.name ?? record.device.model,
    serial: record.device.serial,
    region: contract.region,
    firstDay: dayIn(contract.startsAt, contract.zone),
    lastDay: formatDay(lastDayOf(contract)),
    left,
    deviceUrl: `${db.platform.config.publicUrl}/devices/${publicId("dev", deviceId)}`,
  };
  return { contract, record, facts };
}

function lastWarrantyDay(endsAt: string, zone: string): string {
  return dayIn(Temporal.Instant.from(endsAt).subtract({ nanoseconds: 1 }), zone);
}
