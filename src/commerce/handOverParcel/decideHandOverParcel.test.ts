import { equal } from "node:assert/strict";
import { test } from "node:test";
import { parcelStates } from "../parcels/index.ts";
import { decideHandOverParcel } from "./decideHandOverParcel.ts";

test("a parcel leaves once, when its carrier has taken it on", () => {
  const refusals = Object.fromEntries(
    parcelStates.map((state) => [state, decideHandOverParcel({ state }).refused?.code]),
  );
  equal(
    JSON.stringify(refusals),
    JSON.stringify({
      ...{ wanted: "parcel_not_booked", booked: undefined, handed_over: "parcel_left" },
      ...{ delivered: "parcel_left", lost: "parcel_left", returned: "parcel_left" },
      cancelled: "parcel_cancelled",
    }),
  );
});
