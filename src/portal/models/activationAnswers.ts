import type { Answers } from "../visit/draft.ts";
import { isEmail, isPastDay, mistakesIn, pick } from "../visit/readForm.ts";
import { en } from "../words/en.ts";
import { firstUseOf } from "./firstUse.ts";
import { looksLikeSerial, plainSerial } from "./plainSerial.ts";

const words = en.activate;
const asked = [
  "serial",
  "model",
  "firstUse",
  "firstUsedOn",
  "firstUsedTime",
  "region",
  "name",
  "email",
] as const;

/** Our fields by the pointers of the activation's body. */
export const activationFields: Answers = {
  "/code": "code",
  "/serial": "serial",
  "/device/model": "model",
  "/device/activatedAt": "firstUsedOn",
  "/device/region": "region",
  "/holder/name": "name",
  "/holder/email": "email",
};

/** What the device step asks, from what was sent. */
export function askedOf(sent: Answers): Answers {
  return pick(sent, asked);
}

/** What is to put right before the terms are asked. */
export function checkDevice(given: Answers, now: string): Answers {
  const {
    serial = "",
    firstUse,
    firstUsedOn = "",
    firstUsedTime = "",
    region = "",
    name = "",
    email = "",
  } = given;
  // A day ahead: where the device is it may be tomorrow already.
  const latest = Temporal.PlainDate.from(now.slice(0, 10)).add({ days: 1 }).toString();
  const dated = firstUse !== "known" || isPastDay(firstUsedOn, latest);
  return mistakesIn([
    ["serial", serial !== "", en.cover.serialMissing],
    ["serial", serial === "" || looksLikeSerial(plainSerial(serial)), en.cover.serialShape],
    ["firstUse", firstUse === "known" || firstUse === "never", words.firstUsedMissing],
    ["firstUsedOn", dated, words.firstUsedDayMissing],
    ["firstUsedTime", /^(([01]\d|2[0-3]):[0-5]\d)?$/.test(firstUsedTime), words.firstUsedTimeMissing],
    ["region", region in en.places.regions, words.regionMissing],
    ["name", name !== "" && name.length <= 200, words.nameMissing],
    ["email", isEmail(email), words.emailMissing],
  ]);
}

/** The command an activation is asked for with. */
export function activationCommand(given: Answers) {
  const { code = "", serial = "", model = "", region = "", name = "", email = "" } = given;
  return {
    code,
    serial: plainSerial(serial),
    device: {
      ...(model === "" ? {} : { model }),
      activatedAt: firstUseOf(given),
      region,
    },
    holder: { name, email },
    ...(given.startNow === "yes" ? { startNow: true } : {}),
  };
}
