import { type Platform, SAMPLE_CENTRE } from "../../platform/index.ts";
import type { CentreGiven, Opening } from "./centre.ts";
import { centreRow } from "./centreRow.ts";
import { seedCentre } from "./centreStore.ts";

const shop: readonly Opening[] = [
  { from: "09:00", to: "12:30" },
  { from: "13:30", to: "17:30" },
];
const saturday: readonly Opening[] = [{ from: "10:00", to: "13:00" }];
const weekdays = {
  monday: [...shop],
  tuesday: [...shop],
  wednesday: [...shop],
  thursday: [...shop],
  friday: [...shop],
};
const rules = { slotMinutes: 45, noticeMinutes: 120, aheadDays: 28, exceptions: [], models: [], series: [] };
const anything = { models: [], series: [] };

/** The centres of a sandbox, in streets that cannot be mistaken for one. By ids that do not change. */
const centres: readonly (readonly [id: string, centre: CentreGiven])[] = [
  [
    "00000000000000000000000001",
    {
      ...rules,
      name: "Sample centre Warsaw",
      channels: ["parcel", "counter"],
      address: { line1: "1 Sample Street", postcode: "00-000", city: "Warsaw" },
      country: "PL",
      place: { latitude: 52.23, longitude: 21.01 },
      zone: "Europe/Warsaw",
      regions: ["EU"],
      hours: { ...weekdays, saturday: [...saturday] },
      benches: [
        { no: 1, name: "Handhelds", models: [], series: ["osmo-action", "osmo", "osmo-mobile", "ronin"] },
        {
          no: 2,
          name: "Aircraft",
          models: [],
          series: ["mavic", "mini", "air", "avata", "spark", "phantom"],
        },
        { no: 3, name: "All round", ...anything },
      ],
      designations: [{ regions: ["EU"], models: [], priority: 10 }],
    },
  ],
  [
    "00000000000000000000000002",
    {
      ...rules,
      name: "Sample centre Denver",
      channels: ["counter"],
      address: { line1: "2 Sample Street", postcode: "00000", city: "Denver, CO" },
      country: "US",
      place: { latitude: 39.74, longitude: -104.99 },
      zone: "America/Denver",
      regions: ["US"],
      hours: weekdays,
      benches: [
        { no: 1, name: "Bench 1", ...anything },
        { no: 2, name: "Bench 2", ...anything },
      ],
      designations: [],
    },
  ],
];

/** Puts two centres where a sandbox can be looked at with them. What is there already stays. */
export async function seedCentres(platform: Platform): Promise<void> {
  if (platform.config.centreAddress !== SAMPLE_CENTRE) {
    return;
  }
  for (const [id, centre] of centres) {
    await seedCentre(platform.database, id, ...centreRow(centre));
  }
}
