import type { answerQuestion, takeBackWaiver, waiveSendBack, withdrawQuestion } from "../claims/index.ts";
import type {
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
} from "../service/index.ts";

/** From the scan at the intake to the quote, by the names these have here. */
export interface DeskActs {
  readonly findArrival: typeof findArrival;
  readonly reportMismatch: typeof reportMismatch;
  readonly answerQuestion: typeof answerQuestion;
  readonly withdrawQuestion: typeof withdrawQuestion;
  readonly placeBin: typeof placeBin;
  readonly keepStray: typeof keepStray;
  readonly listStrays: typeof listStrays;
  readonly matchStray: typeof matchStray;
  readonly returnStray: typeof returnStray;
  readonly listBenchCodes: typeof listBenchCodes;
  readonly setBenchCodes: typeof setBenchCodes;
  readonly listBenchPrices: typeof listBenchPrices;
  readonly addPrice: typeof addPrice;
  readonly makeQuote: typeof makeQuote;
  readonly listQuotes: typeof listQuotes;
  readonly searchAnything: typeof searchAnything;
  readonly showMyDay: typeof showMyDay;
  readonly waiveSendBack: typeof waiveSendBack;
  readonly takeBackWaiver: typeof takeBackWaiver;
}
