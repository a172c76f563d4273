import { equal } from "node:assert/strict";
import { test } from "node:test";
import { parcelStates } from "../parcels/index.ts";
import { decideHandOverParcel } from "./decideHandOverParcel.ts";

test("a parcel leaves once, when its carrier has taken it on", () => {
  const refusals = Object.fromEntries(
    parcelStates.map((state) => [state, decideHandOverParcel({ state, disputed: null }).refused?.code]),
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

test("a parcel whose payment is disputed waits", () => {
  const disputed = { since: "2026-06-10T09:00:00Z", answerBy: null };
  equal(decideHandOverParcel({ state: "booked", disputed }).refused?.code, "payment_of_order_disputed");
});
