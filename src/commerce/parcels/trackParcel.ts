import { type DeadlineKind, type Job, type Platform, systemCaller, transact } from "../../platform/index.ts";
import { carrierNamed, type Tracked } from "../carriers/index.ts";
import { lockOrder } from "../store.ts";
import { completeOrder } from "./completeOrder.ts";
import { closeParcel, parcelOf } from "./parcelStore.ts";

/** On an order, its key the parcel's number: its carrier is asked where it is. */
export const PARCEL_TRACKED = "parcel_tracked";

/** Every four hours, and once a day when it is on its way for a month. */
export const TRACK_EVERY = { hours: 4 };
const SELDOM = { hours: 24 };
const LONG = { hours: 30 * 24 };

/** Which parcel. */
interface ParcelKey {
  readonly orderId: string;
  readonly no: number;
}

/** Looks where a parcel is until it is known what became of it. */
export const parcelTracked: DeadlineKind = {
  kind: PARCEL_TRACKED,
  async run(tx, { rootId, key }) {
    const parcel = await parcelOf(tx, rootId, Number(key));
    const leftAt = parcel?.state === "handed_over" ? parcel.handedOverAt : null;
    if (leftAt !== null) {
      tx.enqueue(trackParcel, { orderId: rootId, no: Number(key) });
      const isLong = Temporal.Instant.compare(tx.at, leftAt.add(LONG)) > 0;
      tx.schedule(rootId, PARCEL_TRACKED, key, tx.at.add(isLong ? SELDOM : TRACK_EVERY));
    }
  },
};

/** Asks the carrier where a parcel is. */
export const trackParcel: Job<ParcelKey> = { name: "track_parcel", run: track };

const TOLD: Readonly<Record<Exclude<Tracked, "on_its_way">, string>> = {
  ...{ delivered: "ParcelDelivered", lost: "ParcelLost", returned: "ParcelReturned" },
};

async function track(platform: Platform, { orderId, no }: ParcelKey): Promise<void> {
  const parcel = await parcelOf(platform.database, orderId, no);
  if (parcel?.state !== "handed_over" || parcel.tracking === null || parcel.handedOverAt === null) {
    return;
  }
  const { tracking, handedOverAt, carrier } = parcel;
  const where = await carrierNamed(carrier)?.track(platform, { tracking, handedOverAt });
  if (where === undefined || where === "on_its_way") {
    return;
  }
  await transact(platform, systemCaller, async (tx) => {
    await lockOrder(tx, orderId);
    if ((await closeParcel(tx, orderId, no, where, tx.at)) === 1) {
      tx.record(orderId, [{ type: TOLD[where], parcelNo: no, tracking }]);
      tx.meet(orderId, PARCEL_TRACKED, String(no));
      await completeOrder(tx, orderId);
    }
  });
}
