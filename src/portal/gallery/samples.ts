import type { Html } from "../html.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import type { ReceiptStep } from "../parts/receiptList.ts";
import type { RibbonFacts } from "../ribbon/ribbonFacts.ts";
import { ribbonSamples } from "../ribbon/ribbonSamples.ts";
import { pageScript } from "../script/pageScript.ts";
import { styleSheet } from "../style/styleSheet.ts";

export const now = "2026-11-20T18:00:00Z";

export const frame: Frame = {
  programme: "Care Refresh",
  styleSheet: styleSheet.path,
  script: pageScript.path,
  now,
  zone: "Europe/Warsaw",
  path: "/",
  formToken: "token",
};

export const signedIn: Frame = { ...frame, signedIn: { email: "anna.nowak@example.com" } };

/** A form as first shown, or with what a person typed and what is to put right. */
export function formOf(
  action: string,
  values: FormState["values"] = {},
  mistakes: FormState["mistakes"] = {},
): FormState {
  return { action, token: "token", key: "key", values, mistakes };
}

export function ribbonOf(name: string): RibbonFacts {
  const facts = ribbonSamples[name];
  if (facts === undefined) {
    throw new Error(`no ribbon sample is called ${name}`);
  }
  return facts;
}

export const reasons: readonly ReceiptStep[] = [
  { verdict: "holds", says: "Damage after contact with water is covered.", clause: "cover.water" },
  { verdict: "holds", says: "The damage happened while the plan was in force.", clause: "plan.in-force" },
  {
    verdict: "unknown",
    says: "Whether only the looks are damaged",
  },
];

export const countries = [
  ["DE", "Germany"],
  ["EE", "Estonia"],
  ["PL", "Poland"],
] as const;

export type Sample = { readonly name: string; readonly page: Html };
