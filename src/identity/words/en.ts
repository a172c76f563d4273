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
  linkTitle: (brand: string): string => `Sign in to ${brand}`,
  linkReady: "This link signs you in once.",
  linkButton: "Sign in",
  linkSpent: "This link was used already, or its day is over. Ask for a new one, or sign in by e-mail.",
};
