import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { againstAndDoors, beginJourney, type Journey, refused } from "./journey.ts";

/** A code that does not fit: what speaks against it, the way on, and the device that it fits after all. */
const cases = [
  {
    story: "an aircraft that first flew 48 hours and a second ago",
    sku: "CARE-1Y-SPARK",
    tried: { serial: "SPKTEST0001", activatedAt: "2026-06-01T09:59:59Z", region: "EU" },
    against: ["activate.aircraft"],
    doors: ["video-verification"],
    fits: { serial: "SPKTEST0002", activatedAt: "2026-06-01T10:00:00Z", region: "EU" },
  },
  {
    story: "a camera of thirty-one days",
    sku: "U-3889316",
    tried: { serial: "AC4TEST0001", activatedAt: "2026-05-03T10:00:00Z", region: "EU" },
    against: ["activate.handheld"],
    doors: ["paid-repair"],
    fits: { serial: "AC4TEST0002", activatedAt: "2026-05-04T10:00:00Z", region: "EU" },
  },
  {
    story: "a European code on a camera bought in the United States",
    sku: "U-3889316",
    tried: { serial: "AC4TEST0003", activatedAt: "never", region: "US" },
    against: ["activate.market"],
    doors: ["exchange-code"],
    fits: { serial: "AC4TEST0004", activatedAt: "never", region: "EU" },
  },
  {
    story: "the code of a Mavic Pro on a Spark",
    sku: "CARE-1Y-MAVIC-PRO",
    tried: { serial: "SPKTEST0005", activatedAt: "never", region: "EU" },
    against: ["activate.model"],
    doors: ["exchange-code"],
    fits: { serial: "MVPTEST0005", activatedAt: "never", region: "EU" },
  },
] as const;

describe("a code that is refused stays good", () => {
  let journey: Journey;
  before(async () => {
    journey = await beginJourney("2026-06-03T10:00:00Z");
  });
  after(() => journey.endsWhole());

  for (const { story, sku, tried, against, doors, fits } of cases) {
    test(story, async () => {
      const owner = await journey.as("eve@example.org");
      const code = await journey.buyCode(sku);
      const bound = ({ serial, ...device }: typeof tried | typeof fits) => ({
        ...{ code, serial, device, holder: { name: "Eve", email: "eve@example.org" } },
      });
      const checked = await owner.checkCode({ ...bound(tried), holder: undefined } as never);
      equal(checked.receipt.outcome, "refused", "asking first tells the same");

      const no = await refused(owner.activateContract(bound(tried)));
      equal(no.code, "terms_refuse");
      deepEqual(againstAndDoors(no), { against: [...against], doors: [...doors] });
      match(no.receipt?.against[0]?.says ?? "", /\w+ .*\./, "the clause speaks for itself");
      equal((await owner.askCoverage({ serial: tried.serial })).status, "unknown", "nothing was written");

      const { contract } = await owner.activateContract(bound(fits));
      deepEqual([contract.state, contract.serial], ["active", fits.serial]);
      const used = await refused(owner.activateContract(bound(tried)));
      equal(used.code, "code_used", "its owner is told that it was theirs");
      const stranger = await journey.as("mallory@example.org");
      equal((await refused(stranger.activateContract(bound(tried)))).code, "code_refused");
    });
  }

  test("a plan is not sold where no fee was ever printed", async () => {
    const shop = await journey.as("reseller");
    const buyer = { email: "shop@example.org", name: "Kite & Co", country: "CA" };
    const order = {
      lines: [{ sku: "CARE-1Y-MAVIC-3", quantity: 1 }],
      buyer,
      delivery: { option: "email" },
    } as const;
    const no = await refused(shop.placeOrder({ ...order, lines: [{ sku: "CARE-1Y-MAVIC-3", quantity: 1 }] }));
    deepEqual(
      [no.code, againstAndDoors(no)],
      ["offer_refused", { against: ["offer.sold-in"], doors: ["paid-repair"] }],
    );
  });
});
