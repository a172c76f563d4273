import { listTransfers, type readDevice, showRenewals } from "../../contracts/index.ts";
import type { DeviceModel } from "../pages/devicePage.ts";
import { stopForm } from "../routes/renewItselfRoutes.ts";
import { ask, type Visit } from "../visit/visit.ts";
import { mayPassOn } from "./mayPassOn.ts";

type Device = Awaited<ReturnType<(typeof readDevice)["run"]>>;
type Contract = Device["contracts"][number];

const live = new Set<Contract["state"]>(["active", "exhausted", "suspended"]);

/** What can be done with the plan of a device, and what is under way with it. */
export async function planOfDevice(
  visit: Visit,
  { contracts }: Pick<Device, "contracts">,
): Promise<Pick<DeviceModel, "plan" | "renewal" | "ended">> {
  const ended = contracts
    .filter(({ state }) => state === "cancelled")
    .map(({ id, product }) => ({ contractId: id, product }));
  const current = contracts.find(({ state }) => live.has(state));
  const last = contracts.findLast(({ state }) => state !== "cancelled");
  const [plan, renewal] = await Promise.all([
    current && planModel(visit, current),
    last && last.state !== "scheduled" ? renewalModel(visit, last) : undefined,
  ]);
  return { ended, plan, renewal };
}

async function planModel(visit: Visit, { id, state }: Contract): Promise<DeviceModel["plan"]> {
  const [mayPass, { data }] = await Promise.all([
    mayPassOn(visit, id),
    ask(visit, listTransfers, { state: "asked", contract: id }),
  ]);
  return {
    contractId: id,
    suspended: state === "suspended",
    mayPass,
    transferId: data.find(({ you }) => you !== "taker")?.id,
  };
}

async function renewalModel(visit: Visit, { id, state }: Contract): Promise<DeviceModel["renewal"]> {
  const { offers, until, autoRenewal, wording } = await ask(visit, showRenewals, { id });
  return {
    contractId: id,
    product: offers[0]?.product,
    until: until ?? undefined,
    inGrace: state === "expired",
    itself: {
      consent: autoRenewal,
      mayAgree: wording !== null && live.has(state),
      stop: stopForm(visit, id),
    },
  };
}
