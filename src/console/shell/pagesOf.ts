import type { SignedIn } from "../../client/index.ts";

/** The screens that stand in the head. */
export const pages = {
  home: "/home",
  queue: "/queue",
  calendar: "/calendar",
  contracts: "/contracts",
  orders: "/orders",
  shop: "/shop",
  cart: "/cart",
  statements: "/statements",
  team: "/team",
  codes: "/codes",
  resellers: "/resellers",
  money: "/money",
  supply: "/supply",
  terms: "/terms",
  keys: "/keys",
} as const;
export type PageName = keyof typeof pages;

/**
 * Which screens a role has, the first being where it starts. What the server permits is the server's to say.
 */
export const pagesOf: Readonly<Record<SignedIn["role"], readonly PageName[]>> = {
  public: [],
  owner: [],
  reseller: ["home", "shop", "cart", "orders", "codes", "statements", "team", "terms"],
  staff: ["queue", "calendar", "contracts", "orders", "codes", "money", "resellers", "terms"],
  manager: [
    "queue",
    "calendar",
    "contracts",
    "orders",
    "codes",
    "money",
    "supply",
    "resellers",
    "terms",
    "keys",
  ],
  integrator: ["queue", "calendar", "contracts", "orders", "codes", "money", "supply", "resellers", "terms"],
};
