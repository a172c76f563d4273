import { activateContract, listContracts, renewContract } from "../../contracts/index.ts";
import { printMoney } from "../../terms/index.ts";
import { clauseOf } from "./clauseOf.ts";
import { type Owned, type Play, tell } from "./play.ts";
import { type Replaced, replaceUnit } from "./replaceUnit.ts";
import type { Speaker } from "./speaker.ts";

const BEN = { name: "Ben", email: "ben@example.org" } as const;
export const MAVIC = { first: "MVPD5H8J2L4F", second: "MVPE9G3B6Y1U" } as const;

/** One year for a Mavic that has never flown. */
export async function activateMavic(play: Play, ben: Speaker, code: string): Promise<Owned> {
  tell(play, "Ben", `enters his code and the serial ${MAVIC.first}. The Mavic is still in its box.`);
  const { contract, receipt } = await ben.tell(activateContract, {
    code,
    serial: MAVIC.first,
    device: { model: "mavic-pro", activatedAt: "never", region: "EU" },
    holder: BEN,
  });
  tell(play, "terms", `allowed. ${clauseOf(receipt, "activate.new")}`);
  tell(play, "plan", `runs until the end of ${contract.lastDay}.`);
  return { deviceId: contract.deviceId, contractId: contract.id };
}

/** The one swap of the year. */
export async function crashMavic(play: Play, ben: Speaker): Promise<Replaced> {
  return await replaceUnit(play, {
    ...{ owner: ben, name: BEN.name, serial: MAVIC.first, newSerial: MAVIC.second },
    ...{ cause: "collision", parts: ["aircraft", "propellers"], repairMinor: 52_000 },
    says: "into a spruce at full speed.",
    condition: "two arms torn off",
  });
}

/** While the year runs and a replacement is left, one more year can be had. */
export async function renewMavic(play: Play, ben: Speaker, id: string): Promise<void> {
  const { charge, receipt, renewedBy } = await ben.tell(renewContract, { id, method: "test_success" });
  tell(play, "Ben", "asks for one more year.");
  tell(play, "terms", `allowed. ${clauseOf(receipt, "renew.plus")}`);
  tell(play, "bank", `${charge.state} ${printMoney(charge.amount.amount, charge.amount.currency)}.`);
  const { state, startsAt = "", lastDay } = renewedBy ?? {};
  tell(play, "plan", `Care Refresh+ is ${state}: from ${startsAt.slice(0, 10)} to the end of ${lastDay}.`);
}

/** The year ends and the next begins at the same instant; nobody has to do anything. */
export async function seeRefreshPlusBegin(play: Play, ben: Speaker): Promise<void> {
  const { data } = await ben.ask(listContracts, {});
  for (const { product, state, benefits } of data.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const { granted = 0, used = 0, left = 0 } = benefits[0] ?? {};
    tell(
      play,
      "plan",
      `${product} is ${state}: ${used} of ${granted} used, ${state === "active" ? left : 0} left.`,
    );
  }
}
