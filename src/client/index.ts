/** The typed client of the HTTP API. No dependencies; runs in browsers and in Node. */
export type { Acts, CommandOf, ReplyOf } from "./acts.ts";
export { type Client, createClient } from "./createClient.ts";
export {
  type ActMethod,
  type ActOptions,
  type CallOptions,
  type DryRefusal,
  isRefused,
  type ReadMethod,
} from "./method.ts";
export { type Fault, ProblemError } from "./problemError.ts";
export { rowsOf } from "./rowsOf.ts";
export type * from "./schemas.ts";
export { type Connection, newIdempotencyKey } from "./send.ts";
export { createSendEvidence, type EvidenceSent, type SendEvidence } from "./sendEvidence.ts";
export { createSignIn, type SignedIn, type SignIn } from "./signIn.ts";
