export {
  type Invitation,
  type InvitationReason,
  InvitationShape,
  invitationFact,
  invitationReasons,
  toInvitation,
} from "./invitation.ts";
export { invitationDeadlines, takeInvitation } from "./invitationEnds.ts";
export { invitationsOf, openInvitations } from "./invitationStore.ts";
export { type InvitedOffer, invitedOffer } from "./invitedOffer.ts";
export { type InvitationSent, type InvitationWanted, sendInvitation } from "./sendInvitation.ts";
