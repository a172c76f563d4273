import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { parcelStates, type Settled } from "../parcels/index.ts";
import { decideSettleParcel } from "./decideSettleParcel.ts";

const codes = (how: Settled, settled: Settled | null, failure: string | null = null) =>
  parcelStates.map(
    (state) => decideSettleParcel({ state, settled, failure }, how).refused?.code ?? "settles",
  );

test("what is lost or came back is seen to, once", () => {
  const no = "parcel_not_lost";
  deepEqual(codes("paid_back", null), [no, no, no, no, "settles", "settles", no]);
  deepEqual(codes("sent_again", "paid_back"), [no, no, no, no, "parcel_settled", "parcel_settled", no]);
});

test("a cancelled parcel is seen to, once, where its carrier did not give it up", () => {
  const no = "parcel_given_up";
  deepEqual(codes("seen_to", null), [no, no, no, no, no, no, no]);
  deepEqual(codes("seen_to", null, "already_collected"), [no, no, no, no, no, no, "settles"]);
  deepEqual(codes("seen_to", "seen_to", "x"), [no, no, no, no, no, no, "parcel_settled"]);
});
