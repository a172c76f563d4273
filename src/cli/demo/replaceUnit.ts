import assert from "node:assert/strict";
import { chooseRoute, closeClaim, openClaim, payClaim } from "../../claims/index.ts";
import { inspectDevice, receiveDevice, replaceDevice, shipDevice } from "../../service/index.ts";
import { printMoney, type Receipt } from "../../terms/index.ts";
import { letPass, type Play, tell } from "./play.ts";
import type { Speaker } from "./speaker.ts";

/** An accident, what the bench finds of it, and the unit that goes out. */
export interface Accident {
  readonly owner: Speaker;
  readonly name: string;
  readonly serial: string;
  readonly newSerial: string;
  readonly cause: "collision" | "drop" | "water";
  readonly parts: readonly ("camera" | "aircraft" | "propellers")[];
  /** What the owner says, and what the bench writes on the slip. */
  readonly says: string;
  readonly condition: string;
  /** The bench's price of a paid repair in minor units, for the choice sheet. */
  readonly repairMinor: number;
}

/** Where the owners of these lives have their units sent. */
const HOME = { line1: "3 Sample Street", postcode: "00-001", city: "Warszawa", country: "PL" };

/** What a replacement came to. */
export interface Replaced {
  readonly claimId: string;
  readonly fee: { readonly amount: number; readonly currency: string };
  readonly newSerial: string;
}

/** A case from the report to the parcel's arrival: another unit takes over the plan. */
export async function replaceUnit(play: Play, accident: Accident): Promise<Replaced> {
  const { claimId, send } = await report(play, accident);
  await letPass(play, 4);
  await inspect(play, accident, { claimId, send });
  await letPass(play, 1);
  const fee = await chooseAndPay(play, accident, claimId);
  await letPass(play, 1);
  await sendOut(play, accident, claimId);
  return { claimId, fee, newSerial: accident.newSerial };
}

type Parts = Parameters<typeof receiveDevice.run>[1]["parts"];

async function report(
  play: Play,
  { owner, name, serial, cause, parts, says }: Accident,
): Promise<{ claimId: string; send: Parts }> {
  const at = play.stage.now().subtract({ hours: 20 }).toString();
  const { claim, packingList } = await owner.tell(openClaim, {
    serial,
    incident: { at, cause, parts: [...parts], lost: "none" },
    channel: "online",
    address: HOME,
  });
  tell(play, name, `reports: ${says}`);
  tell(play, "terms", `${promiseOf(claim.receipt as unknown as Receipt)}; final after the inspection.`);
  tell(play, "terms", `Send: ${packingList.send.join(", ")}. Keep: ${packingList.keep.join(", ")}.`);
  return { claimId: claim.id, send: packingList.send as Parts };
}

/** `covered, replacement 1 of 3 for 119.00 PLN` */
function promiseOf({ uses, fee }: Receipt): string {
  assert.ok(
    uses?.nth != null && uses.left !== null && fee?.currency != null,
    "a replacement under the plan has its number and its fee",
  );
  const all = uses.nth + uses.left;
  return `covered, replacement ${uses.nth} of ${all} for ${printMoney(fee.amount, fee.currency)}`;
}

async function inspect(
  play: Play,
  { serial, condition, cause, parts, repairMinor }: Accident,
  { claimId, send }: { readonly claimId: string; readonly send: Parts },
): Promise<void> {
  const { claim } = await play.bench.tell(receiveDevice, { id: claimId, serial, parts: send, condition });
  tell(play, "bench", `takes the parcel in: ${condition}, nothing missing.`);
  const judged = { intentional: false, cosmeticOnly: false, forceMajeure: false, unauthorisedParts: false };
  const { choices } = await play.bench.tell(inspectDevice, {
    id: claimId,
    findings: { cause, parts: [...parts], lost: "none", ...judged, modified: false },
    repairPrice: { amount: repairMinor, currency: claim.currency },
  });
  const ways = choices.map(({ route, fee }) => `${WAYS[route]} ${printMoney(fee.amount, fee.currency)}`);
  tell(play, "bench", `inspects it and lays out the ways on: ${ways.join(", ")}.`);
}

const WAYS = {
  plan: "replacement",
  paid: "paid repair",
  statutory: "repair by law",
  warranty: "warranty repair",
  goodwill: "goodwill repair",
  return: "back as it is",
};

async function chooseAndPay(
  play: Play,
  { owner, name }: Accident,
  claimId: string,
): Promise<Replaced["fee"]> {
  await owner.tell(chooseRoute, { id: claimId, route: "plan" });
  const { charge } = await owner.tell(payClaim, { id: claimId, method: "test_success" });
  tell(play, name, "chooses the replacement and pays the fee.");
  tell(play, "bank", `${charge.state} ${printMoney(charge.amount.amount, charge.amount.currency)}.`);
  return charge.amount;
}

async function sendOut(
  play: Play,
  { owner, name, serial, newSerial }: Accident,
  claimId: string,
): Promise<void> {
  await play.bench.tell(replaceDevice, { id: claimId, serial: newSerial });
  tell(play, "bench", `binds ${newSerial}. The plan stays with ${serial} until it leaves.`);
  await play.bench.tell(shipDevice, { id: claimId, carrier: "DHL", tracking: `JD${newSerial}` });
  tell(
    play,
    "bench",
    `hands it to the carrier. The replacement counts as used, the plan is on ${newSerial}, and ` +
      `${serial} is retired for ever.`,
  );
  await letPass(play, 3);
  await owner.tell(closeClaim, { id: claimId });
  tell(play, name, "has it in hands again. The case is closed.");
}
