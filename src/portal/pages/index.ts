export { paymentPage } from "./paymentPage.ts";
export { renewPage } from "./renewPage.ts";
