export { formatDay, formatInstant } from "./formatDate.ts";
export { formatMoney } from "./formatMoney.ts";
