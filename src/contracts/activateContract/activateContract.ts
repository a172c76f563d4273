import { Type } from "typebox";
import { accepted, act, Email, line, newId, ReceiptSchema, Serial, shape } from "../../platform/index.ts";
import { followActivation } from "../beginWarranty.ts";
import { CodeText, demandCode } from "../code.ts";
import { ContractShape, toContract } from "../contract.ts";
import { modelBehind } from "../modelBehind.ts";
import { refuse } from "../refusals.ts";
import { toDevice } from "../toDevice.ts";
import { demandSerial, demandTold, namedModel, ToldDevice } from "../toldDevice.ts";
import { rememberWrongTry } from "../wrongTries.ts";
import { decideActivateContract } from "./decideActivateContract.ts";
import { loadActivation } from "./loadActivation.ts";
import { saveActivation } from "./saveActivation.ts";

/** What an activation is told. */
export const ActivationBody = shape({
  code: CodeText,
  serial: Serial,
  device: ToldDevice,
  holder: shape({ name: line(200), email: Email }),
  /**
   * The holder asks for an immediate start, and knows that giving the plan up then costs the days that
   * passed.
   */
  startNow: Type.Optional(Type.Boolean()),
});

/** POST /v1/activations: binds a code to a device. One winner under any number of tries. */
export const activateContract = act({
  route: "POST /v1/activations",
  permission: "contract.activate",
  summary: "Binds a code to a device and concludes its contract",
  body: ActivationBody,
  reply: shape({ contract: ContractShape, receipt: ReceiptSchema, last4: Type.String() }),
  status: 201,
  dryRun: true,
  async run(tx, command, at) {
    demandCode(command.code);
    const serial = demandSerial(command.serial);
    const told = demandTold(command.device, at);
    const named = await namedModel(tx, serial, command.device.model);
    const deviceId = newId(at);
    const { code, record, ...around } = await loadActivation(tx, command.code, serial, deviceId);
    const model = named ?? (await modelBehind(tx, record, code));
    const device = model === undefined ? undefined : toDevice(deviceId, serial, { ...told, model }, at);

    const decision = decideActivateContract({ at, code, record, serial, told: device, ...around });

    if (decision.refused !== undefined) {
      return decision;
    }
    const activation = decision.accepted;
    const contract = await saveActivation(tx, activation, {
      holder: command.holder,
      isNew: record === undefined,
      isInvited: around.invitation !== undefined,
      startNow: command.startNow ?? false,
    });
    if (contract === undefined) {
      return refuse("code_refused");
    }
    await followActivation(tx, activation.device, record?.warranty);
    const receipt = { ...activation.receipt, at: at.toString() };
    return accepted({ contract: toContract(contract, serial), receipt, last4: activation.code.last4 });
  },
  async refused(platform, caller, command, refusal) {
    if (refusal.code === "code_refused") {
      await rememberWrongTry(platform, caller, command.code);
    }
  },
});
