export { formatDay, formatInstant, formatLastDay } from "./formatDate.ts";
export { formatMoney } from "./formatMoney.ts";
