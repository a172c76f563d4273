import type { Asker } from "../../catalogue/index.ts";
import { type ClaimRow, claimsOfDevice } from "../../claims/index.ts";
import type { CentreAddress, DomainEvent, Job, Reaction } from "../../platform/index.ts";
import { reaction } from "../../platform/index.ts";
import { type Centre, reachedBy } from "./centre.ts";
import { allCentres, designationOf, insertDesignation } from "./centreStore.ts";
import { designatedCentre } from "./designatedCentre.ts";
import { needOf } from "./listCentres.ts";

interface OpenedClaim {
  readonly rootId: string;
  readonly claimNo: number;
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

export const centreReactions: readonly Reaction[] = [
  reaction("ClaimOpened", designateCentre, (event: DomainEvent, rootId) => ({
    rootId,
    claimNo: (event as unknown as { claimNo: number }).claimNo,
  })),
];

type Sent = Pick<ClaimRow, "deviceId" | "no" | "region" | "channel" | "device">;

/** The centre a case goes to: as was said when it was reported, else as it would be now. */
export async function centreOfClaim(db: Asker, claim: Sent): Promise<Centre | undefined> {
  return (await designationOf(db, claim.deviceId, claim.no)) ?? (await centreNow(db, claim));
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
