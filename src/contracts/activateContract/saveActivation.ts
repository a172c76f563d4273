import { createPerson } from "../../identity/index.ts";
import { beginEarning } from "../../money/index.ts";
import { type DomainEvent, newId, type Tx } from "../../platform/index.ts";
import { redeemCode } from "../activationStore.ts";
import { scheduleYear } from "../beginYear.ts";
import { type Contract, contractId, type Slot } from "../contract.ts";
import { contractRow } from "../contractRow.ts";
import type { Device } from "../device.ts";
import { completeDevice } from "../deviceStore.ts";
import { CONTRACT_ENDS } from "../endContract.ts";
import { takeInvitation } from "../invitations/index.ts";
import { scheduleReminder } from "../remindOfRenewal.ts";
import type { Activation } from "./decideActivateContract.ts";

/** Who will hold the contract, and whether its device is written down for the first time. */
export interface ActivationExtras {
  readonly holder: { readonly name: string; readonly email: string };
  readonly isNew: boolean;
  /** An invitation of the device is open: this contract takes it. */
  readonly isInvited: boolean;
  /**
   * Whether the holder asked for an immediate start, knowing that giving it up then costs the days that
   * passed.
   */
  readonly startNow: boolean;
}

/** Writes an activation down. Undefined: the code is no longer to be had, and the caller refuses. */
export async function saveActivation(
  tx: Tx,
  activation: Activation,
  { holder, isNew, isInvited, startNow }: ActivationExtras,
): Promise<Contract | undefined> {
  const { code, device, grants } = activation;
  const personId = newId(tx.at);
  const { purchase = null } = code;
  const bought = purchase && { ...purchase, expressRequest: startNow };
  const contract = { ...concluded(activation, personId, tx.at), purchase: bought };
  const id = contractId(contract);
  const rows = [
    isNew ? deviceRow(device) : null,
    contractRow(contract, { codeDigest: code.digest, receipt: activation.receipt }, activation.partLimits),
  ];
  const [redeemed] = await Promise.all([
    redeemCode(tx, ...rows, code.digest, id, tx.at, JSON.stringify(grants)),
    createPerson(tx, { ...holder, personId }),
    isNew ? undefined : complete(tx, device),
    earn(tx, code, contract),
  ]);
  tx.record(device.deviceId, eventsOf(contract, activation, { isNew, startNow }));
  tx.schedule(device.deviceId, CONTRACT_ENDS, String(contract.no), contract.endsAt);
  scheduleReminder(tx, contract);
  scheduleYear(tx, contract, activation.terms);
  if (redeemed !== undefined && isInvited) {
    await takeInvitation(tx, device.deviceId, contract.no);
  }
  return redeemed === undefined ? undefined : contract;
}

function concluded(activation: Activation, holderId: string, at: Temporal.Instant): Contract {
  const { code, device, period, receipt, grants } = activation;
  return {
    deviceId: device.deviceId,
    no: activation.contractNo,
    programme: code.programme,
    termsVersion: receipt.terms.version,
    product: code.plan,
    region: device.region ?? code.region,
    zone: period.zone,
    currency: activation.currency,
    holderId,
    heldFrom: null,
    state: "active",
    startsAt: Temporal.Instant.from(period.startsAt),
    endsAt: Temporal.Instant.from(period.endsAt),
    renewsNo: null,
    concludedAt: at,
    slots: grants.flatMap(({ benefit, count }) => freeSlots(benefit, count)),
  };
}

function freeSlots(benefit: string, count: number): Slot[] {
  return Array.from({ length: count }, (_, index) => ({
    benefit,
    no: index + 1,
    state: "free",
    claimNo: null,
    reservedAt: null,
    usedAt: null,
  }));
}

function eventsOf(
  contract: Contract,
  { code, device, receipt }: Activation,
  { isNew, startNow }: Pick<ActivationExtras, "isNew" | "startNow">,
): DomainEvent[] {
  const { serial, model } = device;
  const registered: DomainEvent = { type: "DeviceRegistered", serial, model };
  return [
    ...(isNew ? [registered] : []),
    {
      type: "ContractActivated",
      contractNo: contract.no,
      product: contract.product,
      termsVersion: contract.termsVersion,
      termsHash: receipt.terms.hash,
      startsAt: contract.startsAt.toString(),
      endsAt: contract.endsAt.toString(),
      last4: code.last4,
      startNow,
    },
  ];
}

/** What was paid for the code is earned over the contract's period. */
async function earn(
  tx: Tx,
  { orderId: rootId, saleNo }: Activation["code"],
  contract: Contract,
): Promise<void> {
  if (saleNo !== null) {
    const { startsAt, endsAt } = contract;
    await beginEarning(tx, { rootId, saleNo }, { contractId: contractId(contract), startsAt, endsAt });
  }
}

async function complete(tx: Tx, device: Device): Promise<void> {
  const { deviceId, region, activation, activatedAt, purchasedOn } = device;
  await completeDevice(tx, deviceId, region, activation, activatedAt, purchasedOn);
}

/** The row of contracts.device, as JSON that PostgreSQL reads. */
function deviceRow(device: Device): string {
  return JSON.stringify({
    device_id: device.deviceId,
    serial: device.serial,
    model: device.model,
    series: device.series,
    device_group: device.group,
    region: device.region,
    activation: device.activation,
    activated_at: device.activatedAt,
    purchased_on: device.purchasedOn,
    created_at: device.createdAt,
    version: 1,
  });
}
