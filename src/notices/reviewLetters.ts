import { appealsOfDevice } from "../claims/index.ts";
import { printMoney } from "../terms/index.ts";
import { aboutCase, type CaseLetter } from "./claimLetters.ts";
import { lastDayBefore } from "./formatDay.ts";
import type { Mailing } from "./mailing.ts";
import { appealAsked, appealDecided } from "./templates/appealTold.ts";
import { notCovered } from "./templates/claimOpened.ts";
import { overrideGranted } from "./templates/overrideGranted.ts";

/** Only while it is asked: a decision that comes first has a letter of its own. */
const appealAskedLetter: CaseLetter = aboutCase(({ claim, facts, zone }, body) =>
  claim.appeal === "asked"
    ? appealAsked({ ...facts, dueOn: lastDayBefore(Temporal.Instant.from(String(body.dueAt)), zone) })
    : undefined,
);

const appealDecidedLetter: CaseLetter = async (db, deviceId, body) => {
  const appeal = (await appealsOfDevice(db, deviceId)).find(({ no }) => no === body.appealNo);
  const write = aboutCase(({ claim, facts, zone }) =>
    appeal === undefined || appeal.says === null
      ? undefined
      : appealDecided({
          ...facts,
          isUpheld: appeal.state === "upheld",
          says: appeal.says,
          next: nextOf(claim.state),
          by: claim.dueAt === null ? undefined : lastDayBefore(claim.dueAt, zone),
        }),
  );
  return await write(db, deviceId, body);
};

function nextOf(state: string): "looks_again" | "send_in" | "choose" {
  if (state === "inspected") {
    return "choose";
  }
  return state === "reported" ? "send_in" : "looks_again";
}

const overrideGrantedLetter: CaseLetter = aboutCase(({ claim, facts }, body) => {
  const fee = body.fee as { readonly amount: number; readonly currency: string };
  const way = claim.choices?.find(({ override }) => override !== undefined);
  return claim.state !== "inspected"
    ? undefined
    : overrideGranted({
        ...facts,
        gives: body.gives === "repair" ? "repair" : "replacement",
        fee: fee.amount === 0 ? undefined : printMoney(fee.amount, fee.currency),
        says: way?.override?.says,
      });
});

const notCoveredLetter: CaseLetter = aboutCase(({ claim, facts }) =>
  claim.receipt.outcome === "refused"
    ? notCovered({ ...facts, rules: claim.receipt.against.map(({ says }) => says) })
    : undefined,
);

/** Letters about what is contested, granted, or not covered. */
export const reviewMailings: readonly Mailing[] = [
  { on: "AppealAsked", template: "appealAsked", address: appealAskedLetter },
  { on: "AppealUpheld", template: "appealDecided", address: appealDecidedLetter },
  { on: "AppealDismissed", template: "appealDecided", address: appealDecidedLetter },
  { on: "OverrideGranted", template: "overrideGranted", address: overrideGrantedLetter },
  { on: "ClaimNotCovered", template: "notCovered", address: notCoveredLetter },
];
