import { Type } from "typebox";
import { modelOf, termsInForce } from "../../catalogue/index.ts";
import { accepted, act, ReceiptSchema, Serial, shape, type Tx } from "../../platform/index.ts";
import type { DeviceFacts } from "../../terms/index.ts";
import { findCode, foundCode } from "../activationStore.ts";
import { type Code, CodeText, demandCode, digestsOf } from "../code.ts";
import { deviceRecord } from "../deviceRecord.ts";
import { activationFacts, deviceFacts } from "../facts.ts";
import { refuse } from "../refusals.ts";
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
    if (code === undefined || code.state !== "sold") {
      return refuse("code_refused");
    }
    const { plan: product, programme, models, region, last4 } = code;
    const [terms, device] = await Promise.all([
      termsInForce(tx, programme, at, region),
      factsOf(tx, command, code),
    ]);
    const receipt = terms.decide("activation", activationFacts(at, code, device));
    return accepted({
      ...{ product, programme, models: [...models], region, last4 },
      receipt: { ...receipt, at: at.toString() },
    });
  },
  async refused(platform, caller, command, refusal) {
    if (refusal.code === "code_refused") {
      await rememberWrongTry(platform, caller, { code: command.code });
    }
  },
});

/** What we have of the device, and of one we never saw what is told of it: it has no plan and never had. */
async function factsOf(
  tx: Tx,
  { serial, device = {} }: { readonly serial?: string; readonly device?: Partial<ToldDevice> },
  code: Code,
): Promise<DeviceFacts> {
  const normal = serial === undefined ? undefined : demandSerial(serial);
  const record = normal === undefined ? undefined : await deviceRecord(tx, { serial: normal });
  if (record !== undefined) {
    return deviceFacts(record, normal);
  }
  const model = normal === undefined ? undefined : await modelOf(tx, normal, device.model);
  const only = code.models.length === 1 ? code.models[0] : undefined;
  const activatedAt =
    device.activatedAt === undefined ? undefined : demandActivation(device.activatedAt, tx.at);
  return {
    serial: normal ?? "unknown",
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
