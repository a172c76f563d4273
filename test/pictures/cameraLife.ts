import { warsaw } from "../support/cases.ts";
import { type Covered, coverCamera, reportFall } from "../support/reportedCamera.ts";
import type { ServedEvermend } from "../support/serveEvermend.ts";

/** Nothing that the bench could hold against the owner. */
const innocent = {
  intentional: false,
  cosmeticOnly: false,
  forceMajeure: false,
  unauthorisedParts: false,
  modified: false,
};

/** A camera whose plan was used twice: by when it was reported, and the unit that came. */
const replacements = [
  { reported: "2026-10-08T08:30:00Z", serial: "AC4B3T8W5X2Z" },
  { reported: "2027-07-08T08:30:00Z", serial: "AC4C6V1N4P7S" },
] as const;

/** Plays it from the code to the second replacement. It ends in the camera's seventeenth month. */
export async function playCameraLife(served: ServedEvermend, owner: Covered): Promise<void> {
  await coverCamera(served, owner);
  let { serial } = owner;
  for (const { reported, serial: next } of replacements) {
    await served.moveTo(reported);
    await replaceCamera(served, { ...owner, serial }, next);
    serial = next;
  }
  await served.moveTo("2027-12-01T09:00:00Z");
}

/** The camera as it is now, in its owner's hands. */
export function lastCamera(owner: Covered): Covered {
  return { ...owner, serial: replacements.at(-1)?.serial ?? owner.serial };
}

async function replaceCamera(served: ServedEvermend, owner: Covered, serial: string): Promise<void> {
  const [own, bench] = [await served.as("owner", owner.email), await served.as("staff")];
  const id = await reportFall(served, owner);
  const parts = ["camera", "battery"] as ["camera", "battery"];
  await bench.receiveDevice({ id, serial: owner.serial, parts, condition: "lens broken, body dented" });
  await bench.inspectDevice({ id, findings: innocent, repairPrice: { amount: 64_000, currency: "PLN" } });
  await own.chooseRoute({ id, route: "plan" });
  await own.payClaim({ id, method: "test_success" });
  await bench.replaceDevice({ id, serial });
  await bench.shipDevice({ id, carrier: "DPD", address: warsaw, tracking: `T-${serial}` });
  await own.closeClaim({ id });
}
