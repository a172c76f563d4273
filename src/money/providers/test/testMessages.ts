import { createHmac, timingSafeEqual } from "node:crypto";
import { type Platform, Problem, systemCaller, transact } from "../../../platform/index.ts";
import type { ProviderEvent, ProviderMessage } from "../../matter.ts";
import type { Scene } from "./menu.ts";
import type { TestPayment } from "./testStore.ts";

/** The header a message of the test bank is signed in: `t=<seconds>,v1=<hmac>`. */
export const TEST_SIGNATURE = "evermend-test-signature";

/** How old a message may be. */
const TOLERANCE_SECONDS = 300;

/** The kind of deadline at which the test bank says something. */
export const TELLS = "test_bank_tells";

/** How long a dispute takes. */
export const DISPUTE_DAYS = 5;

/** Puts down when the test bank will say something about a payment. */
export async function tellLater(platform: Platform, booked: TestPayment, scene: Scene): Promise<void> {
  const { messages = [], dispute } = scene;
  const { key, providerRef, createdAt } = booked;
  // Two messages of one minute are the same message twice.
  const told = [
    ...messages.map((minutes) => ({ id: `${providerRef}_${minutes}`, minutes })),
    ...(dispute === undefined ? [] : [dispute.days, dispute.days + DISPUTE_DAYS]).map((days) => ({
      ...{ id: `dispute_${providerRef}_${days}`, minutes: days * 1_440 },
    })),
  ];
  if (told.length > 0) {
    await transact(platform, systemCaller, async (tx) => {
      for (const [index, { id, minutes }] of told.entries()) {
        tx.schedule(key.split("_")[1] as string, TELLS, `${index} ${key} ${id}`, createdAt.add({ minutes }));
      }
    });
  }
}

/** What the test bank says when its time has come, by the key of the deadline. */
export function messageDue(platform: Platform, deadlineKey: string): ProviderMessage {
  const [, key = "", id = ""] = deadlineKey.split(" ");
  const [, dispute] = /^(dispute_test_[0-9a-f]+)_/.exec(id) ?? [];
  return testMessage(platform, { id, kind: "changed", ...(dispute === undefined ? { key } : { dispute }) });
}

/** A message as the test bank signs it. */
export function testMessage(platform: Platform, event: ProviderEvent): ProviderMessage {
  const body = Buffer.from(JSON.stringify(event));
  const seconds = Math.floor(platform.clock.now().epochMilliseconds / 1000);
  const signature = `t=${seconds},v1=${sign(platform, seconds, body)}`;
  return { body, headers: { [TEST_SIGNATURE]: signature } };
}

/** Reads such a message back. Errors: Problem 401. */
export async function readTestMessage(
  platform: Platform,
  { body, headers }: ProviderMessage,
): Promise<ProviderEvent> {
  const header = String(headers[TEST_SIGNATURE] ?? "");
  const [, seconds = "", signature = ""] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  const wanted = Buffer.from(sign(platform, Number(seconds), body));
  const given = Buffer.from(signature);
  const age = Math.abs(platform.clock.now().epochMilliseconds / 1000 - Number(seconds));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted) || age > TOLERANCE_SECONDS) {
    throw new Problem(401, "signature_not_valid", "The test bank has not signed this, or long ago.");
  }
  return JSON.parse(body.toString("utf8")) as ProviderEvent;
}

function sign({ secrets }: Platform, seconds: number, body: Buffer): string {
  return createHmac("sha256", `test bank ${secrets.sessionSecret}`)
    .update(`${seconds}.`)
    .update(body)
    .digest("hex");
}
