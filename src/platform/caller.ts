/** What a caller may be. `public` is nobody in particular, `system` is our own jobs and deadlines. */
export type Role = "public" | "owner" | "reseller" | "staff" | "manager" | "integrator" | "system";

/**
 * What somebody may do in a reseller's team: look, buy, or keep the team. Each may all before.
 */
export const teamRoles = ["viewer", "buyer", "keeper"] as const;
export type TeamRole = (typeof teamRoles)[number];

/** Who asks. Made by `identity` from a session, an API key or a case link; never from a request body. */
export interface Caller {
  readonly role: Role;
  /** Names the caller in events and idempotency keys: `person:<id>`, `key:<id>`, `public`, `system`. */
  readonly id: string;
  /** Verified e-mail of an owner's session: the owner sees what is held by this address. */
  readonly email?: string;
  /** The reseller whose team this is, by its bare id. Only the role `reseller` has one, and need not. */
  readonly reseller?: { readonly id: string; readonly teamRole: TeamRole };
  /** A link from a mail opens one claim, order, transfer or draft and nothing else; `id` is the public id. */
  readonly link?: {
    readonly kind: "claim" | "order" | "transfer" | "draft" | "verification";
    readonly id: string;
  };
  /** When a session was signed in, by the world's time; a key was never. */
  readonly signedInAt?: Temporal.Instant;
  /**
   * The API key that spoke for this caller a moment ago and was not looked up again. Only what claims the
   * request's idempotency key may go on with such a caller: that proves it (`claimingKey`).
   */
  readonly toProve?: string;
  /** Network address, for limits on guessing. */
  readonly address?: string;
}

/** Our own jobs and deadlines. */
export const systemCaller: Caller = { role: "system", id: "system" };
