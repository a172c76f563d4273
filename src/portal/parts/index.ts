export type { Holder } from "./caseSteps.ts";
export { facts } from "./facts.ts";
export { carried, isMistaken, mistakeList } from "./form.ts";
export type { FormState, Frame } from "./frame.ts";
export { notice, type State } from "./notice.ts";
export { page } from "./page.ts";
export { paymentField } from "./paymentField.ts";
export { type RenewsItself, renewsItself } from "./renewsItself.ts";
export { taxCountryField } from "./taxCountryField.ts";
