import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Platform } from "../../../platform/index.ts";
import type { CardTold, DisputeReport, Instruction, Provider, ProviderAnswer } from "../../matter.ts";
import { isOnMenu, type Scene, sceneOf } from "./menu.ts";
import { testLines } from "./testLines.ts";
import { DISPUTE_DAYS, readTestMessage, tellLater } from "./testMessages.ts";
import {
  endTestPayment,
  insertTestPayment,
  type TestPayment,
  testPaymentByRef,
  testPaymentOf,
} from "./testStore.ts";

const HOLD_HOURS = 168;
const GIVEN_BACK_HOURS = 48;
/** How long the bank's page waits for its payer. */
const PAGE_HOURS = 24;

/**
 * A bank for sandboxes and tests. It keeps books of its own and honours keys, as a real one does, and does
 * what the method says: `menu.ts`.
 */
export const testProvider: Provider = {
  name: "test",
  methods: [
    "test_success",
    "test_declined",
    "test_pending",
    "test_unknown",
    "test_unknown_declined",
    "test_three_d_secure",
  ],
  takes: isOnMenu,
  keepsCards: true,
  async carryOut(platform, told) {
    // A kept card does what the method does that it was kept by.
    const instruction = told.card === undefined ? told : { ...told, method: told.card.method };
    const { method, about } = instruction;
    assert(isOnMenu(method), `the test provider knows no method ${method}`);
    const scene = withoutPayer(instruction, sceneOf(method, about));
    const booked = await book(platform, instruction, scene);
    const isLost = scene.loses === true || booked.outcome === "unheard";
    return isLost ? { outcome: "unknown" } : answerOf(platform, booked, scene);
  },
  async ask(platform, { key }) {
    const booked = await testPaymentOf(platform.database, key);
    if (booked === undefined || booked.outcome === "unheard") {
      return undefined;
    }
    const scene = sceneOf(booked.method, booked.about);
    return answerOf(platform, (await ripen(platform, booked, scene)) ?? booked, scene);
  },
  readMessage: readTestMessage,
  askDispute,
  tellLines: testLines,
};

/** A hold that is placed anew is on a card that has agreed before: nobody is there to be asked. */
function withoutPayer({ about, of }: Instruction, scene: Scene): Scene {
  const isAnew = about === "hold" && of !== undefined;
  return isAnew && scene.endsWhen === "payer decides" ? { books: "succeeded" } : scene;
}

async function book(platform: Platform, instruction: Instruction, scene: Scene): Promise<TestPayment> {
  const { key, about, amount, method, of = null, returnUrl = null } = instruction;
  const now = platform.clock.now();
  const other = amount.currency === "USD" ? "EUR" : "USD";
  const booked = await insertTestPayment(platform.database, {
    ...{ key, about, method, amountMinor: amount.amount, currency: amount.currency, ofRef: of, returnUrl },
    providerRef: `test_${createHash("sha256").update(key).digest("hex").slice(0, 24)}`,
    outcome: scene.books,
    movedMinor: scene.moves === "less" ? amount.amount - 1 : null,
    movedCurrency: scene.moves === "other currency" ? other : null,
    createdAt: now,
  });
  assert(
    booked.amountMinor === amount.amount && booked.currency === amount.currency,
    `the key ${key} was used for another amount`,
  );
  if (booked.createdAt.equals(now)) {
    await tellLater(platform, booked, scene);
  }
  return booked;
}

/** What time has done to a payment meanwhile: pending ones end, wrong ones are given back. */
async function ripen(
  { database, clock }: Platform,
  booked: TestPayment,
  { ends = "succeeded", endsWhen = "asked", moves }: Scene,
): Promise<TestPayment | undefined> {
  const ageMinutes = clock.now().since(booked.createdAt).total("minutes");
  if (booked.outcome === "pending") {
    if (endsWhen === "payer decides") {
      const isClosed = ageMinutes >= PAGE_HOURS * 60;
      return isClosed ? await endTestPayment(database, booked.key, "failed", "pending") : undefined;
    }
    const isRipe = typeof endsWhen === "object" ? ageMinutes >= endsWhen.minutes : endsWhen === "asked";
    return isRipe ? await endTestPayment(database, booked.key, ends, "pending") : undefined;
  }
  const isOwed = moves !== undefined && booked.outcome === "succeeded" && ageMinutes >= GIVEN_BACK_HOURS * 60;
  return isOwed ? await endTestPayment(database, booked.key, "returned", "succeeded") : undefined;
}

function answerOf({ config }: Platform, booked: TestPayment, scene: Scene): ProviderAnswer {
  const { providerRef, about, createdAt } = booked;
  switch (booked.outcome) {
    case "succeeded": {
      const amount = {
        amount: booked.movedMinor ?? booked.amountMinor,
        currency: booked.movedCurrency ?? booked.currency,
      };
      const hours = scene.windowHours ?? HOLD_HOURS;
      const lapses = about === "hold" ? { captureBefore: createdAt.add({ hours }) } : {};
      const kept = about === "card" ? { card: cardOf(booked, scene) } : {};
      return { outcome: "succeeded", providerRef, amount, ...lapses, ...kept };
    }
    case "failed":
      return { outcome: "failed", providerRef, reason: scene.reason ?? "declined" };
    case "returned":
      return { outcome: "failed", providerRef, reason: "given_back" };
    case "pending": {
      const page = { nextUrl: `${config.publicUrl}/dev/bank/${providerRef}` };
      return { outcome: "pending", providerRef, ...(scene.endsWhen === "payer decides" ? page : {}) };
    }
    case "unheard":
      return { outcome: "unknown" };
  }
}

/** The card the test bank keeps: everybody's is the same. */
function cardOf({ providerRef, createdAt }: TestPayment, { cardDays = 3 * 365 }: Scene): CardTold {
  const expiresOn = createdAt.toZonedDateTimeISO("UTC").toPlainDate().add({ days: cardDays });
  return { cardRef: providerRef, customerRef: null, brand: "visa", lastFour: "4242", expiresOn };
}

async function askDispute(platform: Platform, providerRef: string): Promise<DisputeReport | undefined> {
  const booked = await testPaymentByRef(platform.database, providerRef.replace(/^dispute_/, ""));
  const dispute = booked && sceneOf(booked.method, booked.about).dispute;
  if (booked === undefined || dispute === undefined) {
    return undefined;
  }
  const openedAt = booked.createdAt.add({ hours: 24 * dispute.days });
  const endsAt = openedAt.add({ hours: 24 * DISPUTE_DAYS });
  const now = platform.clock.now();
  if (Temporal.Instant.compare(now, openedAt) < 0) {
    return undefined;
  }
  return {
    ...{ providerRef, of: booked.providerRef, openedAt, answerBy: endsAt },
    amount: { amount: booked.amountMinor, currency: booked.currency },
    feeMinor: 0,
    reason: "product_not_received",
    state: Temporal.Instant.compare(now, endsAt) < 0 ? "opened" : dispute.ends,
  };
}

/** What a payer says on the test bank's page. False: it is not waiting for anybody. */
export async function decideAsPayer(
  platform: Platform,
  providerRef: string,
  isYes: boolean,
): Promise<boolean> {
  const booked = await testPaymentByRef(platform.database, providerRef);
  if (booked === undefined || sceneOf(booked.method, booked.about).endsWhen !== "payer decides") {
    return false;
  }
  const outcome = isYes ? "succeeded" : "failed";
  return (await endTestPayment(platform.database, booked.key, outcome, "pending")) !== undefined;
}
