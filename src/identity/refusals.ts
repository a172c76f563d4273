import { refusals } from "../platform/index.ts";

/** Every "no" that identity can say. */
export const refuse = refusals({
  key_ends_in_the_past: {
    says: "This key would have ended before it began.",
    next: "Choose an expiry that is still to come, or none.",
  },
});
