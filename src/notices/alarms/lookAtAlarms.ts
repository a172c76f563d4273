import { type Asker, modelNamed } from "../../catalogue/index.ts";
import {
  type ClaimRow,
  claimId,
  claimsByNo,
  nextStepOf,
  type Verification,
  verificationId,
  verificationsByNo,
} from "../../claims/index.ts";
import { allCentres, type Centre, type Clock, centresOfClaims, clocksOfClaims } from "../../service/index.ts";
import { type AlarmKey, type AlarmWhy, numbersOf } from "./alarm.ts";
import { judgeClips, judgePromise } from "./judgeAlarm.ts";

/** What runs late, as a letter says it. */
export interface Late {
  /** Of a case or a verification, and its page in the console. */
  readonly id: string;
  readonly path: string;
  readonly model: string;
  readonly serial: string;
  readonly what: Clock["promise"] | "clips";
  readonly ranOutAt: Temporal.Instant;
  readonly zone: string;
  readonly centre: Centre | undefined;
  /** What whoever has the ball does next. */
  readonly next: string;
}

/** An alarm as it stands now: late, or why nobody is told of it any more. */
export type Looked<Key extends AlarmKey = AlarmKey> = { readonly alarm: Key } & (
  | { readonly late: Late }
  | { readonly late: undefined; readonly why: AlarmWhy }
);

/** Looks at all of them by few statements, however many there are. */
export async function lookAtAlarms<Key extends AlarmKey>(
  db: Asker,
  alarms: readonly Key[],
): Promise<readonly Looked<Key>[]> {
  const ofPromises = alarms.filter(({ kind }) => kind !== "verification_late");
  const [promises, clips] = await Promise.all([
    lookAtPromises(db, ofPromises),
    lookAtClips(
      db,
      alarms.filter(({ kind }) => kind === "verification_late"),
    ),
  ]);
  return [...promises, ...clips];
}

async function lookAtPromises<Key extends AlarmKey>(
  db: Asker,
  alarms: readonly Key[],
): Promise<readonly Looked<Key>[]> {
  if (alarms.length === 0) {
    return [];
  }
  const cases = new Map(alarms.map((alarm) => [caseOf(alarm.rootId, numbersOf(alarm)[0]), alarm]));
  const devices = [...cases.values()].map(({ rootId }) => rootId);
  const numbers = [...cases.values()].map((alarm) => numbersOf(alarm)[0]);
  const [clocks, claims, places, centres] = await Promise.all([
    clocksOfClaims(db, devices, numbers),
    claimsByNo(db, devices, numbers),
    centresOfClaims(db, devices, numbers),
    allCentres(db),
  ]);
  const looked: Looked<Key>[] = [];
  for (const alarm of alarms) {
    const [claimNo, clockNo] = numbersOf(alarm);
    const isIts = (one: { readonly deviceId: string; readonly claimNo: number }) =>
      one.deviceId === alarm.rootId && one.claimNo === claimNo;
    const clock = clocks.find((one) => isIts(one) && one.no === clockNo);
    const claim = claims.find(({ deviceId, no }) => deviceId === alarm.rootId && no === claimNo);
    const why = judgePromise(clock, claim);
    const centreId = places.find(isIts)?.centreId ?? clock?.centreId;
    const centre = centres.find((one) => one.centreId === centreId);
    looked.push(
      clock === undefined || claim === undefined || why !== undefined
        ? { alarm, late: undefined, why: why ?? "ended" }
        : { alarm, late: await latePromise(db, clock, claim, centre) },
    );
  }
  return looked;
}

const caseOf = (rootId: string, no: number) => `${rootId} ${no}`;

async function latePromise(
  db: Asker,
  clock: Clock,
  claim: ClaimRow,
  centre: Centre | undefined,
): Promise<Late> {
  const id = claimId(claim);
  const { model } = claim.device;
  return {
    ...{ id, path: `/console/cases/${id}`, serial: claim.device.serial, what: clock.promise, centre },
    model: (await modelNamed(db, model))?.name ?? model,
    ranOutAt: ranOutAt(clock),
    zone: centre?.zone ?? claim.zone,
    next: clock.promise === "answer" ? "answer" : nextStepOf(claim).what,
  };
}

/** A clock that went on after its time was used up says when it went on: it ran out when it was broken. */
function ranOutAt({ dueAt, brokenAt, startedAt }: Clock): Temporal.Instant {
  const [first = startedAt] = [dueAt, brokenAt]
    .filter((at) => at !== null)
    .toSorted((one, other) => Temporal.Instant.compare(one, other));
  return first;
}

async function lookAtClips<Key extends AlarmKey>(
  db: Asker,
  alarms: readonly Key[],
): Promise<readonly Looked<Key>[]> {
  if (alarms.length === 0) {
    return [];
  }
  const verifications = new Map(
    (
      await verificationsByNo(
        db,
        alarms.map(({ rootId }) => rootId),
        alarms.map((alarm) => numbersOf(alarm)[0]),
      )
    ).map((one) => [caseOf(one.deviceId, one.no), one]),
  );
  const looked: Looked<Key>[] = [];
  for (const alarm of alarms) {
    const [no, submission] = numbersOf(alarm);
    const verification = verifications.get(caseOf(alarm.rootId, no));
    const why = judgeClips(verification, submission);
    looked.push(
      verification === undefined || why !== undefined
        ? { alarm, late: undefined, why: why ?? "answered" }
        : { alarm, late: await lateClips(db, verification) },
    );
  }
  return looked;
}

async function lateClips(db: Asker, verification: Verification & { readonly model: string }): Promise<Late> {
  const id = verificationId(verification);
  const { serial, zone, dueAt, model } = verification;
  return {
    ...{ id, path: `/console/verifications/${id}`, serial, zone, what: "clips", next: "clips" },
    model: (await modelNamed(db, model))?.name ?? model,
    ranOutAt: dueAt ?? db.platform.clock.now(),
    centre: undefined,
  };
}
