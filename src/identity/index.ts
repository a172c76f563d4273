import type { Module } from "../platform/index.ts";
import { createKey } from "./createKey/createKey.ts";
import { readKeys } from "./readKeys/readKeys.ts";
import { revokeKey } from "./revokeKey/revokeKey.ts";

export { authenticate, LINK_COOKIE, LINK_HEADER } from "./authenticate.ts";
export { demandEmail, normalEmail } from "./email.ts";
export {
  createKey,
  KEY_ROLES,
  type KeyRole,
  listKeys,
  type NewKey,
  publicKey,
  revokeKey,
} from "./key.ts";
export { type LinkKind, linkFor, readLink } from "./link.ts";
export { networkAddress } from "./networkAddress.ts";
export { permissions, permits } from "./permissions.ts";
export {
  createPerson,
  type NewPerson,
  type Person,
  type PostalAddress,
  personIdsOf,
  personOf,
  personsByIds,
} from "./person.ts";
export { type Session, sessionOf } from "./session.ts";

/** Who somebody is, and what they may do. */
export const identity: Module = {
  name: "identity",
  routes: [createKey, revokeKey, readKeys],
};
