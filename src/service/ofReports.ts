import { answerCase } from "./answerCase/answerCase.ts";
import { countCaseAnswers, listCaseAnswers } from "./answerCase/listCaseAnswers.ts";
import { showCaseAnswer } from "./answerCase/showCaseAnswer.ts";
import { guideRoutes } from "./guides/index.ts";
import { showPacking } from "./packing/index.ts";
import { tellSending } from "./tellSending/tellSending.ts";

export { answerCase } from "./answerCase/answerCase.ts";
export { countCaseAnswers, listCaseAnswers } from "./answerCase/listCaseAnswers.ts";
export { showCaseAnswer } from "./answerCase/showCaseAnswer.ts";
export { type Packing, packingWords, showPacking, slipOf, slipPlugin, vCardOf } from "./packing/index.ts";
export { tellSending } from "./tellSending/tellSending.ts";

/** What stands around a case for its owner: guides before it, its parcel, the question at its end. */
export const reportRoutes = [
  ...guideRoutes,
  showPacking,
  tellSending,
  answerCase,
  showCaseAnswer,
  listCaseAnswers,
  countCaseAnswers,
];
