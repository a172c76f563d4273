import { Type } from "typebox";
import { type Model, modelNamed, termsInForce } from "../../catalogue/index.ts";
import {
  accepted,
  act,
  badField,
  Email,
  line,
  newId,
  ReceiptSchema,
  readPublicId,
  Serial,
  shape,
  type Tx,
} from "../../platform/index.ts";
import { type ActivationFound, foundCode, lockCodeAndSerial } from "../activationStore.ts";
import { type Code, CodeText, demandCode, digestsOf } from "../code.ts";
import { ContractShape, toContract } from "../contract.ts";
import { contractOfEmail } from "../contractStore.ts";
import { type DeviceRecord, lockDevice } from "../deviceRecord.ts";
import { refuse } from "../refusals.ts";
import { renewalUnderway } from "../renewalStore.ts";
import { toDevice } from "../toDevice.ts";
import { demandSerial, demandTold, namedModel, ToldDevice } from "../toldDevice.ts";
import { bucketsOf, rememberWrongTry, tooManyTries } from "../wrongTries.ts";
import { decideActivateContract } from "./decideActivateContract.ts";
import { saveActivation } from "./saveActivation.ts";

/** POST /v1/activations: binds a code to a device. One winner under any number of tries. */
export const activateContract = act({
  route: "POST /v1/activations",
  permission: "contract.activate",
  summary: "Binds a code to a device and concludes its contract",
  body: shape({
    code: CodeText,
    serial: Serial,
    device: ToldDevice,
    holder: shape({ name: line(200), email: Email }),
  }),
  reply: shape({ contract: ContractShape, receipt: ReceiptSchema, last4: Type.String() }),
  status: 201,
  dryRun: true,
  async run(tx, command, at) {
    demandCode(command.code);
    const serial = demandSerial(command.serial);
    const told = demandTold(command.device, at);
    const named = await namedModel(tx, serial, command.device.model);
    const deviceId = newId(at);
    const found = await find(tx, command, serial, deviceId);
    if (found.tooManyTries) {
      throw tooManyTries(at);
    }
    const code = foundCode(found);
    const [record, ownedByCaller, terms] = await Promise.all([
      deviceOf(tx, found, serial),
      ownedBy(tx, code),
      code?.state === "sold" ? termsInForce(tx, code.programme, at, code.region) : undefined,
    ]);

    const model = named ?? (await modelBehind(tx, record, code));
    const device = model === undefined ? undefined : toDevice(deviceId, serial, { ...told, model }, at);

    const decision = decideActivateContract({
      ...{ at, code, ownedByCaller, serial, told: device, record, terms },
      renewalUnderway: await isBeingRenewed(tx, record),
    });

    if (decision.refused !== undefined) {
      return decision;
    }
    const activation = decision.accepted;
    const contract = await saveActivation(tx, activation, {
      holder: command.holder,
      isNew: record === undefined,
    });
    if (contract === undefined) {
      return refuse("code_refused");
    }
    const receipt = { ...activation.receipt, at: at.toString() };
    return accepted({ contract: toContract(contract, serial), receipt, last4: activation.code.last4 });
  },
  async refused(platform, caller, command, refusal) {
    if (refusal.code === "code_refused") {
      await rememberWrongTry(platform, caller, command.code);
    }
  },
});

/**
 * The model when neither the caller nor the serial tells it: that of the device we know, else the only one
 * the code is for. Errors: Problem 400 when a good code fits several; a useless one is refused later, so that
 * nobody learns that it was one.
 */
async function modelBehind(
  tx: Tx,
  record: DeviceRecord | undefined,
  code: Code | undefined,
): Promise<Model | undefined> {
  const only = code?.models.length === 1 ? code.models[0] : undefined;
  const slug = record?.device.model ?? only;
  const model = slug === undefined ? undefined : await modelNamed(tx, slug);
  if (model === undefined && code?.state === "sold") {
    throw badField("/device/model", "model_unknown", "The serial does not tell the model. Name it.");
  }
  return model;
}

async function find(
  tx: Tx,
  command: { readonly code: string },
  serial: string,
  newDeviceId: string,
): Promise<ActivationFound> {
  const { names, budgets, hour } = bucketsOf(tx.platform, tx.caller, tx.at);
  const digests = digestsOf(tx.platform, command.code);
  return await lockCodeAndSerial(tx, digests, names, budgets, hour, serial, newDeviceId);
}

/**
 * The record of a device we know. A serial that somebody else claimed while we waited is one we know by
 * now.
 */
async function deviceOf(
  tx: Tx,
  { state, claimedDeviceId }: ActivationFound,
  serial: string,
): Promise<DeviceRecord | undefined> {
  return state === "sold" && claimedDeviceId === null ? await lockDevice(tx, { serial }) : undefined;
}

/** Only a device that had a plan can be: a new one is asked nothing. */
async function isBeingRenewed(tx: Tx, record: DeviceRecord | undefined): Promise<boolean> {
  const had = record !== undefined && record.contracts.length > 0;
  return had && (await renewalUnderway(tx, record.device.deviceId)) !== undefined;
}

/** Whether a used code is the caller's own: the contract it became is held by the address of his session. */
async function ownedBy(tx: Tx, code: Code | undefined): Promise<boolean> {
  const { email } = tx.caller;
  const became = readPublicId("ctr", code?.redeemedBy ?? "");
  if (email === undefined || became === undefined) {
    return false;
  }
  return (await contractOfEmail(tx, became.rootId, became.no, email)) !== undefined;
}
