import { termsInForce } from "../catalogue/index.ts";
import type { ReadContext, Tx } from "../platform/index.ts";
import type { Receipt } from "../terms/index.ts";
import { type CoverageAnswer, coverageAnswer } from "./askCoverage/coverageAnswer.ts";
import { normaliseSerial } from "./device.ts";
import { type DeviceRecord, deviceRecords } from "./deviceRecord.ts";
import { deviceFacts } from "./facts.ts";
import { type Invitation, invitationFact, openInvitations } from "./invitations/index.ts";
import { devicesOfSerials, offersForModels } from "./serialStore.ts";

/** What is asked about serials beside themselves. */
export interface CoverageAsked {
  /** Only the plan that this product sells; every plan that is sold for the device where it is left out. */
  readonly sku?: string | undefined;
  /** Where a device was bought of which nobody told us. */
  readonly region?: string | undefined;
}

/** What anybody may know of a serial, with the model it is of where we know the device. */
export interface SerialCoverage {
  readonly answer: CoverageAnswer;
  readonly model: string | null;
}

/**
 * What anybody may know of each of many serials, by the serial as it was given: the answer of askCoverage, in
 * as many statements as for one.
 */
export async function coverageOfSerials(
  db: ReadContext | Tx,
  serials: readonly string[],
  asked: CoverageAsked = {},
): Promise<ReadonlyMap<string, SerialCoverage>> {
  const known = await devicesOfSerials(db, [...new Set(serials.map(normaliseSerial))]);
  const deviceOf = new Map(known.map(({ serial, deviceId }) => [serial, deviceId]));
  const records = await deviceRecords(db, [...deviceOf.values()]);
  const models = [...new Set([...records.values()].map(({ device }) => device.model))];
  const [offers, invitations] = await Promise.all([
    offersForModels(db, models, asked.sku ?? null),
    openInvitations(db, [...records.keys()]),
  ]);
  const answers = new Map<string, SerialCoverage>();
  for (const serial of serials) {
    const normal = normaliseSerial(serial);
    const record = records.get(deviceOf.get(normal) ?? "");
    const receipts =
      record === undefined ? [] : await receiptsOf(db, record, { offers, invitations, region: asked.region });
    const answer = coverageAnswer(normal, db.at, record, receipts);
    answers.set(serial, { answer, model: record?.device.model ?? null });
  }
  return answers;
}

/** What the terms say to each plan that is sold for the device; they are held, so this asks no database. */
async function receiptsOf(
  db: ReadContext | Tx,
  record: DeviceRecord,
  {
    offers,
    invitations,
    region: fallback,
  }: {
    readonly offers: Awaited<ReturnType<typeof offersForModels>>;
    readonly invitations: readonly Invitation[];
    readonly region: string | undefined;
  },
): Promise<Receipt[]> {
  const { device } = record;
  const invited = invitations.find(({ deviceId }) => deviceId === device.deviceId);
  const region = device.region ?? invited?.region ?? fallback;
  const plans = new Map(
    offers
      .filter(({ models }) => models.includes(device.model))
      .map((offer) => [`${offer.programme} ${offer.plan}`, offer]),
  );
  return await Promise.all(
    [...plans.values()].map(async ({ programme, plan }) => {
      const terms = await termsInForce(db, programme, db.at, region);
      return terms.decide("offer", {
        at: db.at.toString(),
        code: { product: plan, region: region ?? "unknown" },
        device: { ...deviceFacts(record), region: region ?? "unknown" },
        invitation: invitationFact(invited),
      });
    }),
  );
}
