import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { parcelStates } from "../parcels/index.ts";
import { decideSettleParcel } from "./decideSettleParcel.ts";

test("what is lost or came back is seen to, once", () => {
  const codes = (settled: "paid_back" | null) =>
    parcelStates.map((state) => decideSettleParcel({ state, settled }).refused?.code ?? "settles");
  const no = "parcel_not_lost";
  deepEqual(codes(null), [no, no, no, no, "settles", "settles", no]);
  deepEqual(codes("paid_back"), [no, no, no, no, "parcel_settled", "parcel_settled", no]);
});
