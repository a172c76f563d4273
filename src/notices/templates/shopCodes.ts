import type { Letter } from "../letter.ts";

/** What the letter to a shop's customer is made from. Codes are in clear, in groups of four. */
export interface ShopCodesFacts {
  /** Where they bought: `tamm.example`. */
  readonly shop: string;
  readonly region: string;
  readonly lines: readonly { readonly name: string; readonly codes: readonly string[] }[];
  readonly activateUrl: string;
}

/** The codes that somebody bought in a shop elsewhere. What the shop paid us is none of their business. */
export function shopCodes({ shop, region, lines, activateUrl }: ShopCodesFacts): Letter {
  const count = lines.reduce((sum, { codes }) => sum + codes.length, 0);
  const one = count === 1;
  return {
    subject: one ? "Your plan code" : `Your ${count} plan codes`,
    parts: [
      { say: `Thank you for your order at ${shop}. Here ${one ? "is your code" : "are your codes"}.` },
      ...lines.flatMap(({ name, codes }) => [{ say: name }, { codes }]),
      {
        say:
          `A code works once, for one device, in the region ${region}.` +
          " Keep it to yourself: whoever has it can use it." +
          " A device that is in use already can be bound for a short time only, so do not wait.",
      },
      { button: "Activate a code", url: activateUrl },
      { say: `Questions about your order, and a return, are for ${shop}.` },
    ],
  };
}
