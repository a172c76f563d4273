export { en } from "./en.ts";
export { dayOf, formatDay, formatDistance, formatMoment, lastDayOf } from "./formatDate.ts";
export { formatMoney } from "./formatMoney.ts";
