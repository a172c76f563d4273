import assert from "node:assert/strict";
import { type Asker, modelNamed } from "../catalogue/index.ts";
import {
  ANSWER_DAYS,
  checklistFor,
  type Verification,
  verificationByNo,
  verificationDecisionsOf,
  verificationId,
} from "../claims/index.ts";
import { type DeviceRecord, deviceRecord, type Invitation, invitationsOf } from "../contracts/index.ts";
import { linkFor } from "../identity/index.ts";
import { lastDayBefore, momentIn } from "./formatDay.ts";
import type { Letter } from "./letter.ts";
import type { Addressed, Mailing } from "./mailing.ts";
import {
  invitationEndsSoon,
  invitationLapsed,
  repairInvited,
  type VerificationLetterFacts,
  verificationAccepted,
  verificationAsked,
  verificationAskedAgain,
  verificationEnded,
  verificationLapsed,
  verificationRefused,
  verificationReminded,
  verificationWithUs,
} from "./templates/verificationLetters.ts";

type Body = Readonly<Record<string, unknown>>;
type Address = Mailing["address"];

interface Told {
  readonly db: Asker;
  readonly verification: Verification;
  readonly record: DeviceRecord;
  readonly facts: VerificationLetterFacts;
  readonly body: Body;
}

/** The letters about late enrolment, to who asked for it or was invited. */
export const verificationMailings: readonly Mailing[] = [
  {
    on: "VerificationAsked",
    template: "verificationAsked",
    address: about(({ facts }) => verificationAsked(facts)),
  },
  { on: "VerificationReminded", template: "verificationReminded", address: about(reminded) },
  { on: "VerificationAskedAgain", template: "verificationAskedAgain", address: about(askedAgain) },
  { on: "VerificationRefused", template: "verificationRefused", address: about(refused) },
  {
    on: "VerificationLapsed",
    template: "verificationLapsed",
    address: about(({ facts, body }) =>
      body.because === "device_invited" ? verificationEnded(facts) : verificationLapsed(facts),
    ),
  },
  { on: "InvitationSent", template: "invitationSent", address: invited(sent) },
  { on: "InvitationEndsSoon", template: "invitationEndsSoon", address: invited(endsSoon) },
  {
    on: "InvitationLapsed",
    template: "invitationLapsed",
    address: invited((_, facts) => invitationLapsed(facts)),
  },
];

/** While there is something to film. Who asked once more is told so too where we have it all. */
function reminded({ db, verification: { closedAt, state, dueAt }, facts, body }: Told): Letter | undefined {
  if (closedAt !== null) {
    return undefined;
  }
  if (state !== "submitted") {
    return verificationReminded(facts);
  }
  const isLate = dueAt === null || Temporal.Instant.compare(dueAt, db.platform.clock.now()) <= 0;
  return body.because === "asked_once_more" ? verificationWithUs(facts, isLate) : undefined;
}

async function askedAgain({ db, verification, record, facts }: Told): Promise<Letter | undefined> {
  const { deviceId, no, state } = verification;
  const decided = (await verificationDecisionsOf(db, deviceId, no)).at(-1);
  if (state !== "asked_again" || decided === undefined) {
    return undefined;
  }
  const { clips } = checklistFor(record.device.group);
  const again = decided.again.map(({ clip, reason }): readonly [string, string] => [
    clips.find((asked) => asked.clip === clip)?.film ?? clip,
    reason,
  ]);
  return verificationAskedAgain(facts, again);
}

async function refused({ db, verification, facts }: Told): Promise<Letter | undefined> {
  const decided = (await verificationDecisionsOf(db, verification.deviceId, verification.no)).at(-1);
  return decided === undefined || decided.reason === null || decided.clause === null
    ? undefined
    : verificationRefused(facts, { reason: decided.reason, clause: decided.clause });
}

function about(write: (told: Told) => Letter | undefined | Promise<Letter | undefined>): Address {
  return async (db, deviceId, body: Body): Promise<Addressed | undefined> => {
    const [verification, record] = await Promise.all([
      verificationByNo(db, deviceId, body.verificationNo),
      deviceRecord(db, { deviceId }),
    ]);
    assert(verification !== undefined && record !== undefined, "a verification that was asked for is there");
    const { dueAt, zone, askerId: personId, kind, serial } = verification;
    const { publicUrl } = db.platform.config;
    const link = linkFor(db.platform, "verification", verificationId(verification));
    const facts = {
      ...{ device: await nameOf(db, record), serial, isVideo: kind === "video", answerDays: ANSWER_DAYS },
      until: dueAt === null ? "" : lastDayBefore(dueAt, zone),
      url: `${publicUrl}/open/${link}`,
    };
    const letter = await write({ db, verification, record, facts, body });
    return letter === undefined ? undefined : { personId, letter };
  };
}

async function nameOf(db: Asker, { device: { model } }: DeviceRecord): Promise<string> {
  return (await modelNamed(db, model))?.name ?? model;
}

function sent({ state, reason }: Invitation, facts: VerificationLetterFacts): Letter | undefined {
  if (state !== "open") {
    return undefined;
  }
  return reason === "repair" ? repairInvited(facts) : verificationAccepted(facts);
}

function endsSoon({ state }: Invitation, facts: VerificationLetterFacts): Letter | undefined {
  return state === "open" ? invitationEndsSoon(facts) : undefined;
}

function invited(
  write: (invitation: Invitation, facts: VerificationLetterFacts) => Letter | undefined,
): Address {
  return async (db, deviceId, body: Body): Promise<Addressed | undefined> => {
    const [invitations, record] = await Promise.all([
      invitationsOf(db, deviceId),
      deviceRecord(db, { deviceId }),
    ]);
    const invitation = invitations.find(({ no }) => no === body.invitationNo);
    assert(invitation !== undefined && record !== undefined, "an invitation that was sent is there");
    const { endsAt, zone, serial, personId, reason } = invitation;
    const letter = write(invitation, {
      ...{ device: await nameOf(db, record), serial, isVideo: reason === "video", answerDays: ANSWER_DAYS },
      until: momentIn(endsAt, zone),
      url: `${db.platform.config.publicUrl}/cover/${serial}`,
    });
    return letter === undefined ? undefined : { personId, letter };
  };
}
