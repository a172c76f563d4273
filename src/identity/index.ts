import type { Job, Module } from "../platform/index.ts";
import { mailSignInCode } from "./codeMail.ts";
import { createKey } from "./createKey/createKey.ts";
import { mailInvitation } from "./inviteMember.ts";
import { readKeys } from "./readKeys/readKeys.ts";
import { revokeKey } from "./revokeKey/revokeKey.ts";

export { authenticate, LINK_COOKIE, LINK_HEADER } from "./authenticate.ts";
export { type Budget, bucketOf, countTry, spend, spendAnonymousOrder, spendErrorReport } from "./budgets.ts";
export { demandEmail, normalEmail } from "./email.ts";
export { demandFreshSignIn } from "./freshSignIn.ts";
export { isSameHand } from "./hand.ts";
export { identityPlugin } from "./identityPlugin.ts";
export { type Invitation, invite } from "./inviteMember.ts";
export {
  createKey,
  KEY_ROLES,
  type KeyRole,
  KeySchema,
  listKeys,
  type NewKey,
  publicKey,
  revokeKey,
} from "./key.ts";
export { type LinkKind, linkFor, readLink } from "./link.ts";
export {
  createMember,
  listMembers,
  MEMBER_ROLES,
  type Member,
  type MemberRole,
  type NewMember,
  putMember,
  removeMember,
} from "./member.ts";
export { mailboxToTell, managersToTell, retiredAmong } from "./membersToTell.ts";
export { networkAddress } from "./networkAddress.ts";
export { demandOwnOrigin } from "./ownOrigin.ts";
export { permissions, permits, reaches, teamPermissions } from "./permissions.ts";
export {
  createPerson,
  createPersonElsewhere,
  type NewPerson,
  type Person,
  type PostalAddress,
  personIdsOf,
  personOf,
  personsByIds,
} from "./person.ts";
export { type Session, sessionOf } from "./session.ts";
export { isOwner, isOwnerOrGuest, ownSightOf, personsInSight, type Sight, sightOf } from "./sight.ts";
export { type CodeRequested, requestCode, signInWithCode, signOut } from "./signIn.ts";
export { firstManagerLink, type PersonaLink, personaLinks } from "./signInLink.ts";
export {
  keysOfTeam,
  lockKeepers,
  pageOfTeam,
  putTeamMember,
  removeTeamMember,
  revokeKeyOfTeam,
  type TeamMember,
  teamOf,
} from "./teamStore.ts";

/** Who somebody is, and what they may do. */
export const identity: Module = {
  name: "identity",
  routes: [createKey, revokeKey, readKeys],
  jobs: [mailSignInCode as unknown as Job<never>, mailInvitation as unknown as Job<never>],
};
