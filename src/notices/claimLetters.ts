import assert from "node:assert/strict";
import { type Asker, modelNamed } from "../catalogue/index.ts";
import {
  advanceOf,
  bringsUnit,
  type ClaimRow,
  claimId,
  claimsOfDevice,
  isGone,
  replyAddressOf,
} from "../claims/index.ts";
import { deviceRecord } from "../contracts/index.ts";
import { linkFor } from "../identity/index.ts";
import { sendToOf, swapOf } from "../service/index.ts";
import { printMoney } from "../terms/index.ts";
import { dayIn, lastDayBefore } from "./formatDay.ts";
import type { Letter } from "./letter.ts";
import type { Addressed } from "./mailing.ts";
import { choiceNeeded } from "./templates/choiceNeeded.ts";
import {
  addressLine,
  type CaseFacts,
  type ClaimOpenedFacts,
  claimOpened,
  claimRerouted,
} from "./templates/claimOpened.ts";
import { claimHandedOver, claimShipped } from "./templates/claimShipped.ts";
import { feeReceived } from "./templates/feeReceived.ts";

type Body = Readonly<Record<string, unknown>>;

/** What every letter about a case is made from. */
export interface Case {
  readonly claim: ClaimRow;
  readonly facts: CaseFacts;
  readonly zone: string;
  /** The address devices are sent to, in one line. */
  readonly sendTo: string | undefined;
}

/** A letter about a case, to who reported it. It says how the case stands when it is written. */
export type CaseLetter = (db: Asker, deviceId: string, body: Body) => Promise<Addressed | undefined>;

export const claimOpenedLetter: CaseLetter = aboutCase((about, body) =>
  claimOpened(openedFacts(about, body)),
);

/** Only of the way it goes now: a later change has a letter of its own. */
export const claimReroutedLetter: CaseLetter = aboutCase((about, body) =>
  about.claim.state === "reported" && about.claim.channel === body.to
    ? claimRerouted(openedFacts(about, body))
    : undefined,
);

function openedFacts({ claim, facts, sendTo }: Case, body: Body): ClaimOpenedFacts {
  const { fee } = claim.receipt;
  const advance = advanceOf(claim.receipt);
  const isPriced = fee !== null && fee.currency !== null;
  return {
    ...facts,
    outcome: String(body.outcome),
    fee: isPriced ? printMoney(fee.amount, fee.currency) : undefined,
    hold: advance && printMoney(advance.hold.amount, advance.hold.currency),
    sendTo,
    isBrought: claim.channel === "swift",
    isGone: isGone(claim.incident),
    rules: claim.receipt.against.map(({ says }) => says),
  };
}

/** Only while there is something to choose: a later inspection or a quick choice makes it old news. */
export const choiceNeededLetter: CaseLetter = aboutCase(({ claim, facts, zone }) =>
  claim.state !== "inspected"
    ? undefined
    : choiceNeeded({
        ...facts,
        choices: (claim.choices ?? []).map(({ route, fee }) => ({
          route,
          fee: fee.amount === 0 ? "nothing to pay" : printMoney(fee.amount, fee.currency),
        })),
        chooseBy: claim.dueAt === null ? undefined : lastDayBefore(claim.dueAt, zone),
      }),
);

export const feeReceivedLetter: CaseLetter = aboutCase(({ claim, facts }, body) => {
  const fee = body.fee as { readonly amount: number; readonly currency: string };
  return fee.amount === 0
    ? undefined
    : feeReceived({
        ...facts,
        fee: printMoney(fee.amount, fee.currency),
        route: String(body.route),
        bringsUnit: bringsUnit(claim),
      });
});

export const claimShippedLetter: CaseLetter = async (db, deviceId, body) => {
  const swap = await swapOf(db, deviceId, body.claimNo);
  const write = aboutCase(({ claim, facts, zone, sendTo }) =>
    (body.carrier === "counter" ? claimHandedOver : claimShipped)({
      ...facts,
      serial: String(body.serial),
      carrier: String(body.carrier),
      tracking: String(body.tracking),
      oldSerial: swap?.oldSerial,
      planMoves: claim.device.nextMoves ?? undefined,
      back:
        claim.core === "awaited" && claim.dueAt !== null
          ? { by: lastDayBefore(claim.dueAt, zone), to: sendTo }
          : undefined,
      closesOn: claim.dueAt === null ? undefined : dayIn(claim.dueAt, zone),
    }),
  );
  return await write(db, deviceId, body);
};

/** A letter about the claim that an event names. */
export function aboutCase(write: (about: Case, body: Body) => Letter | undefined): CaseLetter {
  return async (db, deviceId, body) => {
    const [claims, record] = await Promise.all([
      claimsOfDevice(db, deviceId),
      deviceRecord(db, { deviceId }),
    ]);
    const claim = claims.find(({ no }) => no === Number(body.claimNo));
    assert(claim !== undefined && record !== undefined, "a claim that was reported is there");
    const model = await modelNamed(db, record.device.model);
    const id = claimId(claim);
    const facts = {
      claimId: id,
      device: model?.name ?? record.device.model,
      serial: claim.serial,
      caseUrl: `${db.platform.config.publicUrl}/open/${linkFor(db.platform, "claim", id)}`,
    };
    const sendTo = addressLine(await sendToOf(db, claim));
    const letter = write({ claim, facts, zone: claim.zone, sendTo }, body);
    const replyTo = replyAddressOf(db.platform, id);
    return letter === undefined ? undefined : { personId: claim.reporterId, letter: { ...letter, replyTo } };
  };
}
