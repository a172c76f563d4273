import { Attributes, type Html, html } from "../html.ts";
import { facts } from "../parts/facts.ts";
import { type Finding, findingList } from "../parts/findingList.ts";
import { carried, carriedPrice, form } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { type QuoteShown, quoteBox } from "../parts/quoteBox.ts";
import { type ReceiptStep, receiptList } from "../parts/receiptList.ts";
import { en } from "../words/en.ts";
import { formatDistance, formatMoment } from "../words/formatDate.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";

export type Choice = {
  readonly route: string;
  readonly price: Money;
  readonly workingDays?: number | undefined;
  /** Replacements left after this choice; left out when it uses none. */
  readonly leftAfter?: number | undefined;
  /** What it takes of the plan, where that is more than one thing. */
  readonly takes?: string | undefined;
  /** Of several findings: what it does about each. */
  readonly ways?: readonly { readonly label: string; readonly value: string }[] | undefined;
  /** The clauses that open it. */
  readonly clauses?: readonly string[] | undefined;
  /** What its price is made of, where it was quoted. */
  readonly quote?: QuoteShown | undefined;
  readonly unit?: string | undefined;
  readonly warranty?: string | undefined;
  /** What we say beside a way that is ours to give. */
  readonly says?: string | undefined;
};

export type ChoicesModel = {
  readonly caseId: string;
  /** What the bench saw, in a few words. */
  readonly finding?: string | undefined;
  readonly chooseBy?: string | undefined;
  /** A price is not the one that was chosen at. */
  readonly priceChanged?: boolean | undefined;
  /** The plan does not pay for this damage: the reasons stand open. */
  readonly notCovered?: boolean | undefined;
  /** Where the decision is contested, while it can be. */
  readonly appeal?: string | undefined;
  readonly form: FormState;
  readonly choices: readonly Choice[];
  /** Writes to the bench for the price of a repair, which is open and has none. */
  readonly askPrice?: FormState | undefined;
  /** Of several findings each; none where there is one. */
  readonly findings: readonly Finding[];
  readonly reasons: readonly ReceiptStep[];
};

/** The choice sheet: every lawful way side by side, the same rows in each, and what it does to the plan. */
export function choicesPage(frame: Frame, model: ChoicesModel) {
  const words = en.claim;
  const { caseId, finding, chooseBy, notCovered } = model;
  const by =
    chooseBy &&
    words.choicesBy(
      formatMoment(chooseBy, frame.zone, frame.now),
      formatDistance(chooseBy, frame.zone, frame.now),
    );
  const title = notCovered === true ? words.choicesNotCovered : words.choicesTitle;
  const changed = model.priceChanged === true && notice("needs", html`<p>${words.priceChanged}</p>`, "alert");
  const main = html`<p class="place">${words.caseNo(caseId)}</p>${changed}<h1>${title}</h1>
${finding && html`<p class="lede">${words.choicesFound(finding)}</p>`}${
  notCovered === true && html`${why(model)}<h2>${words.choicesWays}</h2>`
}${by && html`<p><b>${by}</b></p>`}
<div class="choices">${model.askPrice && drawUnpriced(model.askPrice)}${model.choices.map((choice) =>
    drawChoice(choice, model.form),
  )}</div>${notCovered !== true && why(model)}`;
  return page(frame, { title, main, back: `/cases/${caseId}`, broad: true });
}

/** What it rests on, and where that is contested: before the ways on where the plan does not pay. */
function why({ findings, reasons, notCovered, appeal }: ChoicesModel): Html {
  const words = en.claim;
  const fold = html`<details><summary>${words.answerWhy}</summary>${receiptList(reasons)}</details>`;
  const told = notCovered === true ? html`<h2>${words.answerWhy}</h2>${receiptList(reasons)}` : fold;
  return html`${findingList(findings)}${findings.length === 0 && reasons.length > 0 && told}${
    appeal !== undefined && html`<p><a href="${appeal}">${en.appeal.link}</a></p>`
  }`;
}

/** A repair whose price nobody has named yet. */
function drawUnpriced(state: FormState): Html {
  const words = en.quote;
  const ask = html`${carried("text", words.asks)}<button class="quiet">${words.ask}</button>`;
  return html`<section class="choice"><h2>${en.claim.routes.paid}</h2>
<p class="price">${words.noPrice}</p><p>${words.noPriceSays}</p>${form(state, ask)}</section>`;
}

function drawChoice(choice: Choice, state: FormState): Html {
  const words = en.claim;
  const routes: Readonly<Record<string, string>> = words.routes;
  const name = routes[choice.route] ?? choice.route;
  const { workingDays, unit, warranty, leftAfter, ways = [], clauses = [], quote } = choice;
  const takes = choice.takes ?? (leftAfter === undefined ? words.usesNone : words.usesOne(leftAfter));
  const rows = [
    ...ways,
    ...(unit === undefined ? [] : [{ label: words.unit, value: unit }]),
    ...(workingDays === undefined ? [] : [{ label: words.days, value: words.dayCount(workingDays) }]),
    { label: words.uses, value: takes },
    ...(warranty === undefined ? [] : [{ label: words.warrantyEffect, value: warranty }]),
    ...(clauses.length === 0 ? [] : [{ label: en.quote.clauses, value: clauses.slice(0, 3).join(", ") }]),
  ];
  const send = new Attributes({ class: choice.route === "return" ? "quiet" : undefined });
  const button = html`<button ${send}>${words.choose[choice.route] ?? name}</button>`;
  const { amount } = choice.price;
  const seen = quote !== undefined && carried("quote", String(quote.no));
  return html`<section class="choice"><h2>${name}</h2>
<p class="price">${amount === 0 ? words.costsNothing : formatMoney(choice.price)}</p>${
    choice.says !== undefined && html`<p>${choice.says}</p>`
  }${facts(rows)}
${quote && quoteBox(quote)}${
  quote?.isExpired !== true &&
  form(state, html`${carried("route", choice.route)}${seen}${carriedPrice(choice.price)}${button}`)
}</section>`;
}
