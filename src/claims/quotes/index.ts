export { type Quote, type QuoteLine, QuoteShape, toQuote } from "./quote.ts";
export { acceptQuote, extendQuote, insertQuote, quoteByNo, quotesOfClaim } from "./quoteStore.ts";
