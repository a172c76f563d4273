import { Type } from "typebox";
import { modelOf, termsInForce } from "../../catalogue/index.ts";
import { accepted, act, ReceiptSchema, Serial, shape, type Tx } from "../../platform/index.ts";
import type { DeviceFacts } from "../../terms/index.ts";
import { findCode, foundCode } from "../activationStore.ts";
import { type Code, CodeText, demandCode, digestsOf, isUsable } from "../code.ts";
import { partInSight } from "../demandContract.ts";
import { type DeviceRecord, deviceRecord } from "../deviceRecord.ts";
import { activationFacts, deviceFacts } from "../facts.ts";
import { isCallersOwn } from "../isCallersOwn.ts";
import { publicReceipt } from "../publicReceipt.ts";
import { refuseCode } from "../refuseCode.ts";
import { demandActivation, demandSerial, ToldDevice } from "../toldDevice.ts";
import { bucketsOf, rememberWrongTry, tooManyTries } from "../wrongTries.ts";

const Told = Type.Partial(ToldDevice, { additionalProperties: false });
const CheckBody = shape({
  code: CodeText,
  serial: Type.Optional(Serial),
  device: Type.Optional(Told),
});

/**
 * POST /v1/codes/check: what an activation would come to, as far as is told. Nothing is bound. It is a
 * question: a "no" is an answer too.
 */
export const checkCode = act({
  route: "POST /v1/codes/check",
  permission: "code.check",
  summary: "Tells whether a code could be activated, on which device and until when; binds nothing",
  body: CheckBody,
  reply: shape({
    product: Type.String(),
    programme: Type.String(),
    models: Type.Array(Type.String()),
    region: Type.String(),
    last4: Type.String(),
    receipt: ReceiptSchema,
  }),
  isQuestion: true,
  async run(tx, command, at) {
    demandCode(command.code);
    const { names, budgets, hour } = bucketsOf(tx.platform, tx.caller, at);
    const found = await findCode(tx, digestsOf(tx.platform, command.code), names, budgets, hour);
    if (found.tooManyTries) {
      throw tooManyTries(at);
    }
    const code = foundCode(found);
    if (code === undefined || !isUsable(code, at)) {
      return refuseCode(code, await isCallersOwn(tx, code));
    }
    const { plan: product, programme, models, region, last4 } = code;
    const serial = command.serial === undefined ? undefined : demandSerial(command.serial);
    const [terms, record] = await Promise.all([
      termsInForce(tx, programme, at, region),
      serial === undefined ? undefined : deviceRecord(tx, { serial }),
    ]);
    const device =
      record === undefined
        ? await factsTold(tx, serial, command.device ?? {}, code)
        : deviceFacts(record, serial);
    const receipt = terms.decide("activation", activationFacts(at, code, device));
    return accepted({
      ...{ product, programme, models: [...models], region, last4 },
      receipt: (await isSomebodyElses(tx, record))
        ? publicReceipt(receipt, at)
        : { ...receipt, at: at.toString() },
    });
  },
  async refused(platform, caller, command, refusal) {
    if (refusal.code === "code_refused") {
      await rememberWrongTry(platform, caller, command.code);
    }
  },
});

/** Whether we know the device and the caller is neither of the office nor its holder. */
async function isSomebodyElses(tx: Tx, record: DeviceRecord | undefined): Promise<boolean> {
  if (record === undefined) {
    return false;
  }
  const seen = await partInSight(tx, tx.caller, record);
  return seen?.device.serial !== record.device.serial;
}

/** What is told of a device we never saw: it has no plan and never had. */
async function factsTold(
  tx: Tx,
  serial: string | undefined,
  device: Partial<ToldDevice>,
  code: Code,
): Promise<DeviceFacts> {
  const model = serial === undefined ? undefined : await modelOf(tx, serial, device.model);
  const only = code.models.length === 1 ? code.models[0] : undefined;
  const activatedAt =
    device.activatedAt === undefined ? undefined : demandActivation(device.activatedAt, tx.at);
  return {
    serial: serial ?? "unknown",
    model: model?.model ?? device.model ?? only ?? "unknown",
    region: device.region ?? "unknown",
    activatedAt: activatedAt?.toString() ?? "unknown",
    purchasedAt: device.purchasedOn ?? "unknown",
    plan: "none",
    everBound: false,
    monthsCovered: 0,
    replacedBy: "none",
  };
}
