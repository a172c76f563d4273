export { en } from "./en.ts";
export { formatDay, lastDayOf } from "./formatDate.ts";
export { formatMoney } from "./formatMoney.ts";
