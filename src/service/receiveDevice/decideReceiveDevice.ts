/** Whether a parcel can be taken in as it was told: the same for what came otherwise than it was awaited. */
export { judgeParcel as decideReceiveDevice } from "../judgeParcel.ts";
