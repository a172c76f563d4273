import { type Asker, heldRows } from "../../catalogue/index.ts";
import { type ClaimRow, claimsOfDevice } from "../../claims/index.ts";
import type { Along, CentreAddress, DomainEvent, Job, Reaction } from "../../platform/index.ts";
import { reaction } from "../../platform/index.ts";
import { type Centre, reachedBy } from "./centre.ts";
import { allCentres, designate, designationsOf, insertDesignation } from "./centreStore.ts";
import { designatedCentre } from "./designatedCentre.ts";
import { needOf } from "./listCentres.ts";

interface OpenedClaim {
  readonly rootId: string;
  readonly claimNo: number;
  readonly region: string;
  readonly model: string;
  readonly channel: ClaimRow["channel"];
}

/** Keeps the centre that a case goes to, as it was when it was reported. What is kept stays. */
export const designateCentre: Job<OpenedClaim> = {
  name: "designate_centre",
  run: async (platform, { rootId, claimNo }) => {
    const db = { query: platform.database.query, platform };
    const claim = (await claimsOfDevice(db, rootId)).find(({ no }) => no === claimNo);
    const centre = claim && (await centreNow(db, claim));
    if (centre !== undefined) {
      await insertDesignation(db, rootId, claimNo, centre.centreId, platform.clock.now());
    }
  },
};

/** All centres, as this process holds them: some seconds old. Who writes by them has `stampOf` looked at. */
export const heldCentres = heldRows(allCentres);

/** How many centres there are and what their versions sum up to: both only grow. */
export function stampOf(centres: readonly Centre[]): readonly [number, number] {
  return [centres.length, centres.reduce((sum, { version }) => sum + version, 0)];
}

/** The same as the case is reported, by the centres this process holds; the job where those are old. */
const designateAlong: Along<OpenedClaim> = async (tx, { rootId, claimNo, region, model, channel }) => {
  const centres = await heldCentres.rows(tx);
  const need = await needOf(tx, { region, model });
  const centre = designatedCentre(centres, { ...need, region, model, channel: reachedBy(channel) });
  if (centre === undefined) {
    return false;
  }
  const { centreId } = centre;
  return (await designate(tx, rootId, claimNo, centreId, tx.at, ...stampOf(centres))) !== undefined;
};

export const centreReactions: readonly Reaction[] = [
  reaction("ClaimOpened", designateCentre, openedIn, undefined, designateAlong),
];

function openedIn(event: DomainEvent, rootId: string): OpenedClaim {
  const { claimNo, region, model, channel } = event as unknown as OpenedClaim;
  return { rootId, claimNo, region, model, channel };
}

type Sent = Pick<ClaimRow, "deviceId" | "no" | "region" | "channel" | "device">;

/** The centre a case goes to: as was said when it was reported, else as it would be now. */
export async function centreOfClaim(db: Asker, claim: Sent): Promise<Centre | undefined> {
  return (await centresOfEach(db, [claim]))[0];
}

/** The same of several, in their order. */
export async function centresOfEach(
  db: Asker,
  claims: readonly Sent[],
): Promise<readonly (Centre | undefined)[]> {
  const devices = claims.map(({ deviceId }) => deviceId);
  const numbers = claims.map(({ no }) => no);
  const designated = new Map(
    (await designationsOf(db, devices, numbers)).map(({ nth, ...centre }) => [nth, centre]),
  );
  return await Promise.all(
    claims.map(async (claim, index) => designated.get(index + 1) ?? (await centreNow(db, claim))),
  );
}

async function centreNow(db: Asker, { region, channel, device }: Sent): Promise<Centre | undefined> {
  const { model } = device;
  const need = await needOf(db, { region, model });
  return designatedCentre(await allCentres(db), { ...need, region, model, channel: reachedBy(channel) });
}

/** A centre's address in the form of slips and letters. */
export function addressOf({ name, address, country }: Centre): CentreAddress {
  const { line1, line2, postcode, city } = address;
  return {
    name,
    street: [line1, line2].filter((each) => each !== undefined).join(", "),
    town: `${postcode} ${city}`,
    country,
  };
}
