import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay } from "../words/formatDate.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import { form } from "./form.ts";
import type { FormState, Frame } from "./frame.ts";
import { notice } from "./notice.ts";

export type RenewsItself = {
  /** The consent that holds; null without one. */
  readonly consent: {
    readonly price: Money;
    readonly method: string;
    readonly chargesAt: string | null;
    /** The card that is kept for it; null where none is. */
    readonly card: KeptCard | null;
    /** Whether that card will not be good on the day. */
    readonly needsCard: boolean;
  } | null;
  readonly mayAgree: boolean;
  readonly stop: FormState;
};

/** What its holder knows a card by. */
type KeptCard = {
  readonly state: string;
  readonly brand: string | null;
  readonly lastFour: string | null;
  readonly expiresOn: string | null;
  /** Where its holder has to go before it can be kept. */
  readonly nextUrl?: string | undefined;
};

/** Whether a plan renews by itself: agreeing is one link away, and stopping is one button. */
export function renewsItself(frame: Frame, model: RenewsItself, contractId: string): Html | false {
  const words = en.renew;
  const { consent, mayAgree, stop } = model;
  if (consent === null) {
    return (
      mayAgree &&
      html`<h2>${words.itselfTitle}</h2><p>${words.itselfNot}</p>
<p><a class="button quiet" href="/renew/${contractId}/by-itself">${words.itselfOffer}</a></p>`
    );
  }
  const { price, chargesAt } = consent;
  const when =
    chargesAt === null ? words.itselfTold : words.itselfCharged(formatDay(dayOf(chargesAt, frame.zone)));
  const stops = form(stop, html`<button class="quiet">${words.stop}</button>`);
  return html`<h2>${words.itselfTitle}</h2><p>${words.itselfIs(formatMoney(price))} ${when}
${words.itselfMethod}: ${cardSaid(consent)}.</p>${cardWanted(consent, contractId)}
${stops}<p class="small muted">${words.stopNote}</p>
<details><summary>${words.stops}</summary><p>${words.stopsNote}</p></details>`;
}

type Consent = NonNullable<RenewsItself["consent"]>;

/** The card by what its holder knows it by; while there is none, the way it is paid. */
function cardSaid({ card, method }: Consent): string {
  const words = en.renew;
  const { brand, lastFour, expiresOn } = card ?? { brand: null, lastFour: null, expiresOn: null };
  if (brand === null || lastFour === null || expiresOn === null) {
    return en.claim.methods[method] ?? method;
  }
  const good = words.cardGood(formatDay(Temporal.PlainDate.from(expiresOn)));
  return `${words.card(words.brands[brand] ?? brand, lastFour)}, ${good}`;
}

/** What its holder has to do, so that the card can be charged when the day comes. */
function cardWanted({ card, needsCard }: Consent, contractId: string): Html | false {
  const words = en.renew;
  if (card?.state === "asked" && card.nextUrl !== undefined) {
    return asked(words.cardAsked, { href: card.nextUrl, label: words.cardStep });
  }
  const isEnding = needsCard && card?.state === "kept";
  const href = `/renew/${contractId}/by-itself`;
  return isEnding && asked(words.cardEnds, { href, label: words.cardOther });
}

function asked(says: string, { href, label }: { readonly href: string; readonly label: string }): Html {
  return html`${notice("needs", html`<p>${says}</p>`)}
<div class="actions"><a class="button" href="${href}">${label}</a></div>`;
}
