import assert, { match } from "node:assert/strict";
import { test } from "node:test";
import { type Letter, renderLetter } from "../letter.ts";
import { choiceNeeded } from "./choiceNeeded.ts";
import { claimOpened } from "./claimOpened.ts";
import { claimShipped } from "./claimShipped.ts";
import { codesEnded, codesEndSoon, codesReissued, codesResent } from "./codeLetters.ts";
import { contractActivated } from "./contractActivated.ts";
import { contractRenewed } from "./contractRenewed.ts";
import { feeReceived } from "./feeReceived.ts";
import {
  holdCaptured,
  holdNeedsCard,
  holdPlaced,
  holdReleased,
  holdReminder,
  holdWillBeTaken,
} from "./holdTold.ts";
import { orderCancelled } from "./orderCancelled.ts";
import { orderDelivered } from "./orderDelivered.ts";
import { swapOnReceipt } from "./swapOnReceipt.ts";

const aCase = {
  claimId: "clm_1",
  device: "Mavic Pro",
  serial: "MVP1234567",
  caseUrl: "https://care.test/open/clm_1.mac",
};
const aReport = { ...aCase, sendTo: "Repairs, 4 Mill Lane" };
const plan = {
  ...{ contractId: "ctr_1", plan: "Care, 12 months", device: "Mavic Pro", serial: "MVP1234567" },
  ...{ region: "EU", firstDay: "Monday 1 June 2026", lastDay: "Monday 31 May 2027", left: 2 },
  deviceUrl: "https://care.test/devices/dev_1",
};
const shipped = { ...aCase, carrier: "DPD", tracking: "0155", oldSerial: undefined, closesOn: undefined };
const held = { ...aCase, amount: "149.00 USD", backBy: "Friday 19 June 2026" };
const order = {
  ...{ orderId: "ord_1", total: "88.50 EUR", region: "EU", activateUrl: "https://care.test/activate" },
  orderUrl: "https://care.test/open/ord_1.mac",
};

/** What is told, and what must be in it. */
const letters: readonly [string, Letter, readonly RegExp[]][] = [
  [
    "one code",
    orderDelivered({ ...order, lines: [{ name: "Two years", codes: ["AAAA-BBBB"] }] }),
    [/^Your plan code$/m, /Here is your code/, / {4}AAAA-BBBB$/m, /88\.50 EUR/, /region EU/, /ord_1\.mac$/m],
  ],
  [
    "codes of two products",
    orderDelivered({
      ...order,
      lines: [
        { name: "Two years", codes: ["AAAA", "BBBB"] },
        { name: "One year", codes: ["CCCC"] },
      ],
    }),
    [/^Your 3 plan codes$/m, /Two years\n\n {4}AAAA\n {4}BBBB\n\nOne year\n\n {4}CCCC/],
  ],
  [
    "a code once more",
    codesResent({ ...order, orderUrl: undefined, lines: [{ name: "Two years", codes: ["AAAA-BBBB"] }] }),
    [/^Your plan code, once more$/m, / {4}AAAA-BBBB$/m, /region EU/, /ord_1$/m],
  ],
  [
    "a code in place of a lost one",
    codesReissued({
      ...order,
      ...{ lines: [{ name: "Two years", codes: ["AAAA-BBBB"] }], was: ["7Q2M"], isStolen: false },
    }),
    [
      /^A new plan code in place of yours$/m,
      /told us of the loss/,
      /…7Q2M/,
      / {4}AAAA-BBBB$/m,
      /ord_1\.mac$/m,
    ],
  ],
  [
    "codes in place of stolen ones",
    codesReissued({
      ...order,
      ...{ lines: [{ name: "Two years", codes: ["AAAA", "BBBB"] }], was: ["7Q2M", "8R3N"], isStolen: true },
    }),
    [/^New plan codes in place of yours$/m, /wrong hands/, /…7Q2M, …8R3N/, /paid for nothing anew/],
  ],
  [
    "codes that end soon",
    codesEndSoon({ ...order, count: 2, lastDay: "Monday 1 June 2026", days: 30 }),
    [/^Use your 2 plan codes by Monday 1 June 2026$/m, /30 more days/, /ord_1\.mac$/m],
  ],
  [
    "codes that ended",
    codesEnded({ ...order, last4: ["7Q2M", "8R3N"] }),
    [/^2 of your plan codes have ended$/m, /…7Q2M, …8R3N/, /nothing any more/, /ord_1\.mac$/m],
  ],
  [
    "an order that we cancelled",
    orderCancelled({ ...order, lines: [{ name: "Bag", pieces: 2 }] }),
    [/^Your order ord_1 is cancelled$/m, /nothing to pay/, /^Bag: 2$/m, /88\.50 EUR/, /ord_1\.mac$/m],
  ],
  [
    "a plan that runs",
    contractActivated(plan),
    [
      /^Your plan for Mavic Pro is active$/m,
      /^Covered until: the end of Monday 31 May 2027$/m,
      /left: 2$/m,
      /^Served in: EU$/m,
    ],
  ],
  [
    "a renewal with a longer warranty",
    contractRenewed({ ...plan, left: 1, warrantyUntil: "Wednesday 31 May 2028" }),
    [/goes on$/m, /warranty is longer with it: until the end of Wednesday 31 May 2028/, /left: 1$/m],
  ],
  ["a renewal without one", contractRenewed({ ...plan, warrantyUntil: undefined }), [/follows the old one/]],
  [
    "a device that came by the quick way",
    swapOnReceipt({ ...aCase, fee: "79.00 EUR", payBy: "Friday 19 June 2026" }),
    [
      /^Your Mavic Pro is here$/m,
      /no inspection/,
      /Pay 79\.00 EUR by the end of Friday 19 June/,
      /clm_1\.mac$/m,
    ],
  ],
  [
    "a device that came by the quick way, and nothing to pay",
    swapOnReceipt({ ...aCase, fee: undefined, payBy: undefined }),
    [/nothing to pay\. Your new unit leaves next/],
  ],
  [
    "a report the plan covers",
    claimOpened({ ...aReport, outcome: "plan", fee: "99.00 EUR" }),
    [
      /your plan replaces your Mavic Pro for a fee of 99\.00 EUR\./,
      /becomes final/,
      /^Send it to: Repairs, 4 Mill Lane$/m,
      /clm_1\.mac$/m,
    ],
  ],
  [
    "a report for the warranty",
    claimOpened({ ...aReport, outcome: "warranty", fee: undefined }),
    [/costs you nothing/],
  ],
  [
    "a report the plan does not cover",
    claimOpened({ ...aReport, outcome: "paid", fee: undefined }),
    [/name you a price/],
  ],
  [
    "a report nobody can answer yet",
    claimOpened({ ...aReport, outcome: "undecided", fee: undefined, sendTo: undefined }),
    [/cannot say yet/, /what goes in\. Write to us for the address\.$/m],
  ],
  [
    "a choice",
    choiceNeeded({
      ...aCase,
      choices: [
        { route: "plan", fee: "99.00 EUR" },
        { route: "return", fee: "nothing to pay" },
      ],
      chooseBy: "Tuesday 30 June 2026",
    }),
    [
      /^Another unit by your plan: 99\.00 EUR$/m,
      /^Back to you as it is: nothing to pay$/m,
      /end of Tuesday 30 June 2026;/,
    ],
  ],
  [
    "a choice without a deadline",
    choiceNeeded({ ...aCase, choices: [], chooseBy: undefined }),
    [/before you choose\.$/m],
  ],
  [
    "a fee for another unit",
    feeReceived({ ...aCase, fee: "99.00 EUR", route: "plan" }),
    [/of 99\.00 EUR for Mavic Pro has arrived/, /another unit ready/],
  ],
  ["a fee for a repair", feeReceived({ ...aCase, fee: "150.00 EUR", route: "paid" }), [/start the repair/]],
  [
    "another unit on its way",
    claimShipped({
      ...shipped,
      serial: "MVP7654321",
      oldSerial: "MVP1234567",
      closesOn: "Tuesday 16 June 2026",
    }),
    [
      /serial is MVP7654321; it takes the place of MVP1234567/,
      /plan has moved/,
      /^Tracking number: 0155$/m,
      /closes on Tuesday 16 June/,
    ],
  ],
  [
    "another unit on its way while the old one is awaited",
    claimShipped({
      ...{ ...shipped, serial: "MVP7654321", oldSerial: "MVP1234567", closesOn: "Tuesday 16 June 2026" },
      back: { by: "Friday 19 June 2026", to: "Repairs, 4 Mill Lane" },
    }),
    [/with us by the end of Friday 19 June 2026\.$/m, /^Send it to: Repairs, 4 Mill Lane$/m],
  ],
  [
    "a report whose replacement leaves first",
    claimOpened({ ...aReport, outcome: "plan", fee: "39.00 USD", hold: "149.00 USD" }),
    [/fee of 39\.00 USD/, /stands for 149\.00 USD until your old device is back/],
  ],
  [
    "a hold",
    holdPlaced(held),
    [/^Your card stands for 149\.00 USD$/m, /Nothing was taken/, /waited three days/],
  ],
  ["an old device that is due", holdReminder(held), [/here by the end of Friday 19 June 2026\.$/m]],
  [
    "a hold that will be taken because nothing came",
    holdWillBeTaken({ ...held, from: "Monday 22 June 2026", isBack: false }),
    [/has not reached us/, /take 149\.00 USD from your card, not before Monday 22 June 2026\.$/m],
  ],
  [
    "a hold that will be taken for what came",
    holdWillBeTaken({ ...held, from: undefined, isBack: true }),
    [/not all of your old Mavic Pro/, /take 149\.00 USD from your card\.$/m],
  ],
  ["another card", holdNeedsCard(held), [/^Another card is needed$/m, /Nothing was taken/]],
  [
    "a hold that was taken",
    holdCaptured({ ...held, reason: "It did not come back in time." }),
    [/^149\.00 USD was taken/m, /^Why: It did not come back in time\.$/m],
  ],
  ["a card that is free again", holdReleased(held), [/^Your card is free again$/m]],
  ["the same unit on its way back", claimShipped(shipped), [/is on its way back$/m, /^Carrier: DPD$/m]],
];

for (const [what, letter, says] of letters) {
  test(`the letter about ${what} says what it has to`, () => {
    const { subject, text } = renderLetter(letter, "Ann", "Evermend");
    for (const expected of says) {
      match(`${subject}\n${text}`, expected);
    }
  });

  test(`the letter about ${what} is calm, short and whole`, () => {
    const { subject, text, html } = renderLetter(letter, "Ann", "Evermend");
    assert(subject.length <= 60, subject);
    assert(text.length <= 1_500, `${text.length} characters`);
    for (const body of [subject, text, html]) {
      assert(!/undefined|null|NaN|\[object/.test(body), body);
      assert(!/\b(please|sorry|oops|invalid|unfortunately)\b|!(?!doctype)/i.test(body), body);
    }
    assert(text.includes("https://care.test/"), "every letter leads somewhere");
  });
}
