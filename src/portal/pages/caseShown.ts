import type { Holder } from "../parts/caseSteps.ts";
import type { Closing } from "../parts/closingPanel.ts";
import type { Fact } from "../parts/facts.ts";
import type { Finding } from "../parts/findingList.ts";
import type { FormState } from "../parts/frame.ts";
import type { ThreadModel } from "../parts/messageThread.ts";
import type { State } from "../parts/notice.ts";
import type { Packing } from "../parts/packing.ts";
import type { ReceiptStep } from "../parts/receiptList.ts";
import type { RibbonFacts } from "../ribbon/ribbonFacts.ts";

export type CaseModel = {
  readonly caseId: string;
  readonly device: string;
  /** Nothing of it can come to a bench: it is lost or was stolen. */
  readonly gone?: boolean;
  /** One sentence for the state the case is in. */
  readonly sentence: string;
  /** What the sentence leaves open, in one or two more. */
  readonly note?: string | undefined;
  readonly state: State;
  /** The names of the steps it goes through. */
  readonly steps: readonly string[];
  /** Left out when the case ended without its steps. */
  readonly step: number | undefined;
  readonly holder: Holder | undefined;
  /** The one clock: what is awaited and by when. */
  readonly clock?: { readonly label: string; readonly at: string } | undefined;
  /** The one button: a way to another page, or a form sent from here. */
  readonly button?: CaseButton | undefined;
  readonly money: { readonly now: string; readonly later: string; readonly back: string };
  readonly details: readonly Fact[];
  readonly packing?: Packing | undefined;
  /** Of a closed case: what was done, and one question. */
  readonly closing?: Closing | undefined;
  /** Of several findings each; none where there is one. */
  readonly findings: readonly Finding[];
  readonly reasons: readonly ReceiptStep[];
  /** Where the receipt of its fee is. */
  readonly receipt?: string | undefined;
  readonly history: readonly { readonly at: string; readonly says: string }[];
  readonly ribbon?: RibbonFacts | undefined;
  /** The form that lets it be brought instead of sent, or sent instead of brought, while that can be. */
  readonly reroute?:
    | { readonly form: FormState; readonly to: string; readonly title: string; readonly note: string }
    | undefined;
  /** What owner and bench wrote to each other. */
  readonly thread?: ThreadModel | undefined;
  /** The bench looks at what its owner sees. */
  readonly isPreview?: boolean;
  /** The form that ends the case before its time, while that is possible, and what it means. */
  readonly cancel?: { readonly form: FormState; readonly title: string; readonly note: string } | undefined;
};

export type CaseButton =
  | { readonly label: string; readonly href: string }
  | { readonly label: string; readonly form: FormState };
