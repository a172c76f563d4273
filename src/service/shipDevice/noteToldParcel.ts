import { lockToldParcel } from "../../money/index.ts";
import type { Tx } from "../../platform/index.ts";
import { parcels } from "../parcelStore.ts";
import { insertToldShipment } from "../store.ts";

/** A parcel as the bench says it. */
export interface ToldParcel {
  readonly deviceId: string;
  readonly claimNo: number;
  readonly serial: string;
  readonly carrier: string;
  readonly tracking: string;
}

/**
 * While the world outside is not matched nothing leaves. A parcel that its carrier tells of has left, though:
 * a restored database has forgotten it, and whoever knows its claim writes it down again. False: the carrier
 * tells of no such parcel, or it is another claim's.
 */
export async function noteToldParcel(tx: Tx, parcel: ToldParcel): Promise<boolean> {
  const { deviceId, claimNo, serial, carrier, tracking } = parcel;
  if ((await lockToldParcel(tx, carrier, tracking)) === undefined) {
    return false;
  }
  const sent = await parcels(tx, { carrier, since: tx.at, trackings: [tracking] });
  if (sent.some((one) => one.tracking === tracking)) {
    return false;
  }
  await insertToldShipment(tx, deviceId, claimNo, serial, carrier, tracking, tx.at, tx.caller.id);
  return true;
}
