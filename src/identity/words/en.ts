/** What identity says to people, in English. */
export const words = {
  codeSubject: (brand: string, code: string): string => `${code} is your ${brand} code`,
  codeText: (brand: string, code: string, minutes: number): string =>
    [
      `Your code to sign in to ${brand}: ${code}`,
      "",
      `It works once, within ${minutes} minutes. If you did not ask for it, you need not do anything:`,
      "nobody gets in without it.",
    ].join("\n"),
  invitationSubject: (brand: string, team: string): string => `Your access to ${brand} for ${team}`,
  invitationText: (brand: string, team: string, url: string): string =>
    [
      `${team} has put you into its team at ${brand}. This link signs you in:`,
      "",
      url,
      "",
      "It works once, within a day. Later, sign in with your e-mail address.",
    ].join("\n"),
  linkTitle: (brand: string): string => `Sign in to ${brand}`,
  linkReady: "This link signs you in once.",
  linkButton: "Sign in",
  linkSpent: "This link was used already, or its day is over. Ask for a new one, or sign in by e-mail.",
};
