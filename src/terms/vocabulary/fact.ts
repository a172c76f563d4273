import { type FactInfo, type FactKind, type Supplier, words } from "../factTypes.ts";
import { readShaped } from "./readShaped.ts";

export const instant: FactKind = { type: "instant" };
export const yesNo: FactKind = { type: "yes-no" };
export const text: FactKind = { type: "text" };
/** Facts that say who or which: no hint ever names them. */
export const identity: FactKind = { type: "text", identity: true };
export const model: FactKind = { type: "model" };
export const product: FactKind = { type: "product" };
export const region: FactKind = { type: "region" };
export const country: FactKind = { type: "country" };
export const money: FactKind = { type: "money" };
/** A count, or hundredths of a whole. */
export const number: FactKind = { type: "number" };
export const word = (values: string): FactKind => ({ type: "word", values: words(values) });
export const list = (of: FactKind["of"]): FactKind => ({ type: "list", of });

export const parts: FactKind = {
  ...list("part"),
  values: words(
    "aircraft gimbal camera propellers battery grip controller other " +
      "screen housing lens motor frame wheel display charger",
  ),
};

/** `asked` is who supplies the fact and what asking costs; needs are listed cheapest first. */
export function fact(
  name: string,
  kind: FactKind,
  asked: string,
  label: string,
  read: FactInfo["read"],
): FactInfo {
  const [supplier, cost] = asked.split(" ");
  const readOne = readShaped(kind.type, read);
  return { name, ...kind, supplier: supplier as Supplier, cost: Number(cost), label, read: readOne };
}
