import { termsInForce } from "../../catalogue/index.ts";
import { type ReadContext, read, Serial, shape } from "../../platform/index.ts";
import type { Receipt } from "../../terms/index.ts";
import { type DeviceRecord, deviceRecord } from "../deviceRecord.ts";
import { deviceFacts } from "../facts.ts";
import { invitationFact, openInvitations } from "../invitations/index.ts";
import { offersForModel } from "../offerStore.ts";
import { demandSerial } from "../toldDevice.ts";
import { CoverageAnswer, coverageAnswer } from "./coverageAnswer.ts";

/**
 * GET /v1/coverage/{serial}: what anybody may know. A serial that was replaced names its successor for
 * ever.
 */
export const askCoverage = read({
  route: "GET /v1/coverage/{serial}",
  permission: "coverage.ask",
  summary: "Tells whether a serial is covered and until when, or whether a plan may still be bought for it",
  params: shape({ serial: Serial }),
  reply: CoverageAnswer,
  async run(db, { serial }) {
    const asked = demandSerial(serial);
    const record = await deviceRecord(db, { serial: asked });
    const offers = record === undefined ? [] : await offersFor(db, record);
    return coverageAnswer(asked, db.at, record, offers);
  },
});

/** What the terms say to each plan that is sold for the device's model. */
async function offersFor(db: ReadContext, record: DeviceRecord): Promise<Receipt[]> {
  const { device } = record;
  const [offers, [invitation]] = await Promise.all([
    offersForModel(db, device.model),
    openInvitations(db, [device.deviceId]),
  ]);
  // Of a device that only asked we know nothing but what it was invited by.
  const known = device.region ?? invitation?.region;
  const region = known ?? "unknown";
  return await Promise.all(
    offers.map(async ({ programme, plan }) => {
      const terms = await termsInForce(db, programme, db.at, known);
      const code = { product: plan, region };
      return terms.decide("offer", {
        at: db.at.toString(),
        code,
        device: { ...deviceFacts(record), region },
        invitation: invitationFact(invitation),
      });
    }),
  );
}
