import { findArrival } from "./arrivals/findArrival.ts";
import { placeBin } from "./bins/index.ts";
import { listBenchCodes, setBenchCodes } from "./codes/index.ts";
import { listQuotes } from "./makeQuote/listQuotes.ts";
import { makeQuote } from "./makeQuote/makeQuote.ts";
import { showMyDay } from "./myDay/index.ts";
import { addPrice, listBenchPrices } from "./prices/index.ts";
import { reportMismatch } from "./reportMismatch/reportMismatch.ts";
import { searchAnything } from "./search/index.ts";
import { keepStray, listStrays, matchStray, returnStray } from "./strays/index.ts";

export {
  addPrice,
  findArrival,
  keepStray,
  listBenchCodes,
  listBenchPrices,
  listQuotes,
  listStrays,
  makeQuote,
  matchStray,
  placeBin,
  reportMismatch,
  returnStray,
  searchAnything,
  setBenchCodes,
  showMyDay,
};

/** From the scan at the intake to the quote. */
export const deskRoutes = [
  findArrival,
  reportMismatch,
  placeBin,
  keepStray,
  listStrays,
  matchStray,
  returnStray,
  listBenchCodes,
  setBenchCodes,
  listBenchPrices,
  addPrice,
  makeQuote,
  listQuotes,
  searchAnything,
  showMyDay,
];
