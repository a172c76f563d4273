export { checkPage } from "./checkoutPages.ts";
export { paymentPage } from "./paymentPage.ts";
export { refusalPage } from "./refusalPage.ts";
export { renewPage } from "./renewPage.ts";
