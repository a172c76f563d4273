import type { SignedIn } from "../../client/index.ts";

/** The screens that stand in the head. */
export const pages = {
  queue: "/queue",
  contracts: "/contracts",
  orders: "/orders",
  shop: "/shop",
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
  reseller: ["shop", "orders", "terms"],
  staff: ["queue", "contracts", "orders", "money", "terms"],
  manager: ["queue", "contracts", "orders", "money", "supply", "terms", "keys"],
  integrator: ["queue", "contracts", "orders", "money", "supply", "terms"],
};
