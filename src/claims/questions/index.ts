export { askQuestion, DAYS_TO_ANSWER, takeBackQuestion } from "./askQuestion.ts";
export { QUESTION_LAPSES, questionLapses, sendBack } from "./lapse.ts";
export {
  type Answer,
  answers,
  answersTo,
  type MismatchKind,
  mismatchKinds,
  type Question,
  QuestionShape,
  toQuestion,
} from "./question.ts";
export { closeQuestion } from "./questionStore.ts";
