import { type OldDeviceModel, oldDevicePage } from "../pages/oldDevicePage.ts";
import { type Sample, signedIn } from "./samples.ts";

const frame = { ...signedIn, now: "2027-08-20T09:00:00Z" };
const model: OldDeviceModel = {
  ...{ caseId: "clm_01JC5_3", device: "Mini SE", serial: "MSE00000001", state: "needs", came: [] },
  ...{ says: "We wait for it.", sum: "149.00 USD", until: "Wed 25 Aug 2027" },
  due: { day: "Mon 30 Aug 2027", left: "10 days left" },
  packing: {
    ...{ send: ["aircraft", "gimbal", "camera", "propellers", "battery"], keep: ["controller"] },
    to: ["Repairs", "4 Mill Lane", "Riga"],
  },
};

/** How an old device goes back. */
export const oldDeviceSamples: readonly Sample[] = [
  { name: "old-device", page: oldDevicePage(frame, model) },
  {
    name: "old-device-late",
    page: oldDevicePage(frame, {
      ...model,
      ...{ state: "problem", came: ["A device with the serial MSE77777777.", "Still missing: Battery."] },
      says: "We have written to you: 149.00 USD is taken from your card on Thu 2 Sep 2027.",
      due: { day: "Mon 30 Aug 2027", left: "2 days late" },
      card: "/cases/clm_01JC5_3/pay",
    }),
  },
  {
    name: "old-device-settled",
    page: oldDevicePage(frame, {
      ...{ ...model, packing: undefined, due: undefined, until: undefined },
      ...{ state: "ok", says: "It is settled. Your card is free again." },
    }),
  },
];
