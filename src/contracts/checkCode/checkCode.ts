import { Type } from "typebox";
import { termsInForce } from "../../catalogue/index.ts";
import { accepted, act, ReceiptSchema, Serial, shape } from "../../platform/index.ts";
import { findCode, foundCode } from "../activationStore.ts";
import { CodeText, demandCode, digestsOf, isUsable } from "../code.ts";
import { deviceRecord } from "../deviceRecord.ts";
import { activationFacts, deviceFacts } from "../facts.ts";
import { openInvitations } from "../invitations/index.ts";
import { isCallersOwn } from "../isCallersOwn.ts";
import { refuseCode } from "../refuseCode.ts";
import { demandSerial, ToldDevice } from "../toldDevice.ts";
import { bucketsOf, rememberWrongTry, tooManyTries } from "../wrongTries.ts";
import { factsTold } from "./factsTold.ts";
import { receiptSeen } from "./receiptSeen.ts";

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
    const [invitation] = record === undefined ? [] : await openInvitations(tx, [record.device.deviceId]);
    const receipt = terms.decide("activation", activationFacts(at, code, device, invitation));
    return accepted({
      ...{ product, programme, models: [...models], region, last4 },
      receipt: await receiptSeen(tx, record, receipt),
    });
  },
  async refused(platform, caller, command, refusal) {
    if (refusal.code === "code_refused") {
      await rememberWrongTry(platform, caller, command.code);
    }
  },
});
