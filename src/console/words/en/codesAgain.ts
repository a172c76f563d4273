/** Codes of an order once more: sent again, or issued anew. */
export const codesAgain = {
  resend: "Send the codes again",
  resendNote: "Its buyer gets the unused codes by mail once more. Five times a day at the most.",
  resent: "Sent. Its buyer has a mail with the codes.",
  reissue: "Lost: issue anew",
  reissueOf: (last4: string) => `Lost: issue anew, ${last4}`,
  sure: "The old one ends: issue anew",
  sureOf: (last4: string) => `The old one ends: issue anew, ${last4}`,
  reissued: (was: string, now: string) => `${was} works no more. ${now} is mailed to the buyer.`,
};
