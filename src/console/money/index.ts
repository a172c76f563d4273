export { changeOf, type Side, sideOf } from "./accountSides.ts";
export { Chips, Choose } from "./choose.tsx";
export {
  openColumn,
  RowLink,
  StateOf,
  stateColumn,
  sumColumn,
  timeColumn,
  wordColumn,
} from "./columns.tsx";
export { MoneyFrame } from "./moneyFrame.tsx";
export { MoneyList } from "./moneyList.tsx";
export { moneyQueries } from "./moneyQueries.ts";
export { ObjectLink } from "./objectLink.tsx";
export { accountName, accountNamed, PostingsTable } from "./postingsTable.tsx";
export { SmallTable } from "./smallTable.tsx";
export {
  chargeTones,
  differenceTones,
  disputeTones,
  holdTones,
  refundTones,
  saleTones,
  transferTones,
  tryTones,
} from "./tones.ts";
export { useMoneyAct } from "./useMoneyAct.ts";
