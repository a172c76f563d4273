import { activateContract, askCoverage } from "../../contracts/index.ts";
import { buyCodes, codesIn } from "./buyCodes.ts";
import { clauseOf } from "./clauseOf.ts";
import { type Owned, type Play, tell } from "./play.ts";
import { type Replaced, replaceUnit } from "./replaceUnit.ts";
import type { Speaker } from "./speaker.ts";

const ADA = { name: "Ada", email: "ada@example.org", country: "EE" } as const;
export const CAMERA = { first: "AC4A7K2M9Q1R", second: "AC4B3T8W5X2Z", third: "AC4C6V1N4P7S" } as const;

/** Ada orders the two-year plan of seed 1 and reads her mail. Answers with the code in it. */
export async function orderCameraPlan(play: Play, ada: Speaker): Promise<string> {
  await buyCodes(play, { buyer: ada, ...ADA, skus: ["U-3889316"] });
  const mail = await play.stage.newestMail(ADA.email);
  const [code = ""] = codesIn(mail.text);
  tell(play, "mail", `to ${mail.to}: “${mail.subject}”, the one that ends in ${code.slice(-4)}.`);
  return code;
}

/** On the camera's twelfth day. */
export async function activateCamera(play: Play, ada: Speaker, code: string): Promise<Owned> {
  const activatedAt = play.opening.subtract({ days: 10 }).toInstant().toString();
  tell(
    play,
    "Ada",
    `enters the code and the serial ${CAMERA.first}, first used on ${activatedAt.slice(0, 10)}.`,
  );
  const { contract, receipt } = await ada.tell(activateContract, {
    code,
    serial: CAMERA.first,
    device: { model: "osmo-action-4", activatedAt, region: "EU" },
    holder: { name: ADA.name, email: ADA.email },
  });
  tell(play, "terms", `allowed. ${clauseOf(receipt, "activate.handheld")}`);
  const [granted] = contract.benefits;
  tell(play, "plan", `runs until the end of ${contract.lastDay} with ${granted?.granted} replacements.`);
  return { deviceId: contract.deviceId, contractId: contract.id };
}

/** The first replacement. */
export async function crashCamera(play: Play, ada: Speaker): Promise<Replaced> {
  return await replaceUnit(play, {
    ...{ owner: ada, name: ADA.name, serial: CAMERA.first, newSerial: CAMERA.second },
    ...{ cause: "collision", parts: ["camera"], repairMinor: 64_000 },
    says: "off the handlebar and down the quarry.",
    condition: "lens broken, body cracked",
  });
}

/** The second, of the unit that came for the first. */
export async function drownCamera(play: Play, ada: Speaker): Promise<Replaced> {
  return await replaceUnit(play, {
    ...{ owner: ada, name: ADA.name, serial: CAMERA.second, newSerial: CAMERA.third },
    ...{ cause: "water", parts: ["camera"], repairMinor: 71_000 },
    says: "under the pier with the battery door open.",
    condition: "salt on the contacts",
  });
}

/** Somebody asks for a serial that was retired: the answer is public and names nobody. */
export async function askForOldSerial(play: Play): Promise<void> {
  const { status, replacedBy } = await play.stage.anybody.ask(askCoverage, { serial: CAMERA.first });
  tell(
    play,
    "anyone",
    `asks what became of ${CAMERA.first}: ${status}, the cover goes on under ${replacedBy}.`,
  );
}
