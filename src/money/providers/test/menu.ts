import type { About } from "../../matter.ts";

/** What the test bank does when it is told to do something, and how it lets us know. */
export interface Scene {
  /** What it writes into its books when it first hears of a key. `unheard`: the request never arrived. */
  readonly books: "succeeded" | "failed" | "pending" | "unheard";
  /** Whether its first answer is lost on the way. */
  readonly loses?: boolean;
  /** What it ends pending things with, when it is asked, when a payer decides, or after so many minutes. */
  readonly ends?: "succeeded" | "failed";
  readonly endsWhen?: "asked" | "payer decides" | { readonly minutes: number };
  /** What it moves instead of what it was asked to move; given back by itself after two days. */
  readonly moves?: "less" | "other currency";
  /** After how many minutes it sends a message about it. Not given: never, it is only asked. */
  readonly messages?: readonly number[];
  readonly reason?: string;
  /** How long it keeps a hold. */
  readonly windowHours?: number;
  /** For how many days a card that it keeps is still good. */
  readonly cardDays?: number;
  /** After how many days the card holder disputes it, and how that ends five days later. */
  readonly dispute?: { readonly days: number; readonly ends: "won" | "lost" };
}

const DAY_MINUTES = 1_440;

/** How any instruction can end: the part of a method's name, what happens, in words. */
const RESULTS: Readonly<Record<string, readonly [says: string, scene: Scene]>> = {
  declined: ["declined", { books: "failed" }],
  pending: ["pending; succeeds when it is asked about", { books: "pending", ends: "succeeded" }],
  pending_declined: ["pending; fails when it is asked about", { books: "pending", ends: "failed" }],
  unknown: ["the answer is lost; it was done", { books: "succeeded", loses: true }],
  unknown_declined: ["the answer is lost; it was declined", { books: "failed", loses: true }],
  unheard: ["the request is lost; sent again, it is done", { books: "unheard" }],
};

/** What can happen to a payment beside that. */
const PAYMENTS: Readonly<Record<string, readonly [says: string, scene: Scene]>> = {
  success: ["paid", { books: "succeeded" }],
  duplicate_message: ["paid; the bank tells it three times", { books: "succeeded", messages: [0, 0, 5] }],
  late_message: [
    "pending; paid after two days, when the bank tells it",
    {
      books: "pending",
      ends: "succeeded",
      endsWhen: { minutes: 2 * DAY_MINUTES },
      messages: [2 * DAY_MINUTES],
    },
  ],
  unordered_messages: [
    "pending; paid after ten minutes, told of before, meanwhile and after",
    { books: "pending", ends: "succeeded", endsWhen: { minutes: 10 }, messages: [20, 0, 10, 3] },
  ],
  lost_message: ["paid, answer and message are lost", { books: "succeeded", loses: true, messages: [] }],
  wrong_amount: [
    "the bank takes a smallest unit less, and gives it back after two days",
    { books: "succeeded", moves: "less" },
  ],
  wrong_currency: [
    "the bank takes another currency, and gives it back after two days",
    { books: "succeeded", moves: "other currency" },
  ],
  three_d_secure: [
    "pending with a page of the bank's, where the payer says yes or no within a day",
    { books: "pending", endsWhen: "payer decides" },
  ],
  authentication_required: [
    "declined, because the card's bank wants to ask its holder, who is not there",
    { books: "failed", reason: "authentication_required" },
  ],
  dispute_won: [
    "paid; disputed after three days, and won after five more",
    { books: "succeeded", dispute: { days: 3, ends: "won" } },
  ],
  dispute_lost: [
    "paid; disputed after three days, and lost after five more",
    { books: "succeeded", dispute: { days: 3, ends: "lost" } },
  ],
};

/** One row of the menu: a method, the instruction it is about, what happens. */
export interface Dish {
  readonly method: string;
  readonly about: About;
  readonly says: string;
  readonly scene: Scene;
}

/** Each instruction but a payment, in words. This bank keeps no card of a hold. */
const WHAT: Readonly<Record<Exclude<About, "charge" | "forget_held">, string>> = {
  refund: "the refund",
  hold: "the hold",
  capture: "the capture",
  release: "the release",
  card: "keeping the card",
  forget: "forgetting the card",
};

const BY_PAGE: Scene = { books: "pending", endsWhen: "payer decides" };

/** Everything the test bank can be told by the method of a payment. What is not named succeeds. */
export const MENU: readonly Dish[] = [
  ...Object.entries({ ...PAYMENTS, ...RESULTS }).map(([name, [says, scene]]) => ({
    ...{ method: `test_${name}`, about: "charge" as const, says, scene },
  })),
  ...(Object.keys(WHAT) as (keyof typeof WHAT)[]).flatMap((about) =>
    Object.entries(RESULTS).map(([name, [says, scene]]) => ({
      ...{ method: `test_${about}_${name}`, about, says: `${WHAT[about]}: ${says}`, scene },
    })),
  ),
  {
    method: "test_hold_short",
    about: "hold",
    says: "the hold: kept for a day instead of seven",
    scene: { books: "succeeded", windowHours: 24 },
  },
  {
    method: "test_three_d_secure",
    about: "hold",
    says: "the hold: pending with a page of the bank's, where the payer says yes or no within a day",
    scene: BY_PAGE,
  },
  {
    method: "test_three_d_secure",
    about: "card",
    says: "keeping the card: pending with a page of the bank's, where its holder says yes or no within a day",
    scene: BY_PAGE,
  },
  {
    method: "test_card_short",
    about: "card",
    says: "keeping the card: done; it is good for ten days more",
    scene: { books: "succeeded", cardDays: 10 },
  },
];

const SUCCESS: Scene = { books: "succeeded" };
const METHODS: ReadonlySet<string> = new Set(MENU.map(({ method }) => method));

/** Whether the test bank takes a method. */
export function isOnMenu(method: string): boolean {
  return METHODS.has(method);
}

/** What the test bank does with an instruction; without a line of its own, what it was asked for. */
export function sceneOf(method: string, about: About): Scene {
  return MENU.find((dish) => dish.method === method && dish.about === about)?.scene ?? SUCCESS;
}
