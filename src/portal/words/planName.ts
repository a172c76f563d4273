import { en } from "./en.ts";

/** What a product of a programme is called; one we have no name for keeps its own. */
export function planName(product: string): string {
  return en.ribbon.planNames[product] ?? product;
}
