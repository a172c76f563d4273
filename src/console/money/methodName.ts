import { money as words } from "../words/en/money.ts";

/**
 * How somebody pays, in words: `card:pm_1` is a card, `test_refund_declined` the test bank refusing a refund.
 * A method without words is shown as it is. Pure.
 */
export function methodName(method: string): string {
  const known = words.methods[method.split(":")[0] ?? method];
  if (known !== undefined) {
    return known;
  }
  const [, about = "", result = ""] = /^test_([a-z]+)_(.+)$/.exec(method) ?? [];
  const [what, says] = [words.methodAbout[about], words.methods[`test_${result}`]];
  return what === undefined || says === undefined ? method : `${what} ${says}`;
}
