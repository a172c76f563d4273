export { type Quote, type QuoteLine, QuoteShape, toQuote } from "./quote.ts";
export { acceptQuote, insertQuote, quoteByNo, quotesOfClaim } from "./quoteStore.ts";
