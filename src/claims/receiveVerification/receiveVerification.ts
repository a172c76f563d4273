import { accepted, act, IdParams, line, shape } from "../../platform/index.ts";
import {
  handIn,
  lockVerification,
  refuseVerification as refuse,
  VerificationShape,
  verificationView,
} from "../verifications/index.ts";

/** POST /v1/verifications/{id}/arrival: the device that is to be inspected has come to a centre. */
export const receiveVerification = act({
  route: "POST /v1/verifications/{id}/arrival",
  permission: "verification.receive",
  summary: "Says that the device of an inspection is there, and where",
  params: IdParams,
  body: shape({ place: line(120) }),
  reply: VerificationShape,
  run: async (tx, { id, place }) => {
    const found = await lockVerification(tx, id);
    if (found.kind !== "inspection") {
      return refuse("not_an_inspection");
    }
    const submitted = await handIn(tx, found, place);
    return submitted === undefined ? refuse("not_with_you") : accepted(await verificationView(tx, submitted));
  },
});
