import type { Platform } from "../../platform/index.ts";
import { CHECKOUT } from "../routes/payingOn.ts";
import type { PageAnswer } from "./visit.ts";

/** Nothing inline, nothing from elsewhere, no frames: what is not ours does not run. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join("; ");

/** A form may lead on to the page where one pays, if there is one; photos may be at suppliers. */
export function policyOf({ config }: Platform, answer: PageAnswer): string {
  const origins = "imagesFrom" in answer ? (answer.imagesFrom ?? []) : [];
  const shown = policy.replace("img-src 'self'", ["img-src 'self'", ...origins].join(" "));
  return config.stripeKey === undefined ? shown : `${shown} ${CHECKOUT}`;
}
