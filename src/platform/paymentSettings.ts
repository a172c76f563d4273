import { Type } from "typebox";
import type { Setting } from "./settings.ts";

const optionalText = (pattern: string) => Type.Optional(Type.String({ pattern }));

/** How people pay. */
export const paymentSettings: readonly Setting[] = [
  {
    name: "STRIPE_KEY",
    member: "stripeKey",
    schema: optionalText("^[rs]k_(?:live|test)_\\w+$"),
    fallback: undefined,
    means: "The secret key of your Stripe account; without it nobody pays by card",
    expects: "a key that begins with sk_live_, sk_test_, rk_live_ or rk_test_",
  },
  {
    name: "STRIPE_WEBHOOK_SECRET",
    member: "stripeWebhookSecret",
    schema: optionalText("^whsec_\\w+$"),
    fallback: undefined,
    means: "The secret that Stripe signs its messages to /v1/webhooks/stripe with",
    expects: "a secret that begins with whsec_",
  },
  {
    name: "STRIPE_URL",
    member: "stripeUrl",
    schema: Type.String({ pattern: "^https?://[^\\s/?#@]+$" }),
    fallback: "https://api.stripe.com",
    means: "Where Stripe answers; another address only with a test key",
    expects: "https://api.stripe.com",
  },
  {
    name: "BANK_IBAN",
    member: "bankIban",
    schema: optionalText("^[A-Z]{2}\\d{2}[A-Z0-9]{11,30}$"),
    fallback: undefined,
    means: "The account people transfer money to; without it nobody pays by bank transfer",
    expects: "an IBAN without spaces, for example DE89370400440532013000",
  },
  {
    name: "BANK_BIC",
    member: "bankBic",
    schema: optionalText("^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$"),
    fallback: undefined,
    means: "The BIC of that account's bank, for transfers from other countries",
    expects: "8 or 11 letters and digits, for example COBADEFFXXX",
  },
  {
    name: "BANK_HOLDER",
    member: "bankHolder",
    schema: optionalText("^[^\\u0000-\\u001f<>]{1,70}$"),
    fallback: undefined,
    means: "In whose name that account is; the brand's name if not set",
    expects: "1 to 70 characters",
  },
  {
    name: "INVOICE_DAYS",
    member: "invoiceDays",
    schema: Type.Integer({ minimum: 0, maximum: 365 }),
    fallback: "0",
    means: "Within how many days resellers and managers pay an invoice; 0 for no invoices",
    expects: "a whole number of days from 0 to 365, for example 14",
  },
  {
    name: "FAILPOINT",
    member: "failPoint",
    schema: optionalText("^[a-z_]+:[1-9]\\d*$"),
    fallback: undefined,
    means: "For tests of crashes: the process kills itself when it comes to that point for the n-th time",
    expects: "the name of a point and a number, for example charge_committed:3",
  },
];
