import { bench } from "./en/bench.ts";
import { cases } from "./en/cases.ts";
import { desk } from "./en/desk.ts";
import { field } from "./en/field.ts";
import { receipt } from "./en/receipt.ts";
import { shell } from "./en/shell.ts";
import { shop } from "./en/shop.ts";

/** Every word the console says in English, by the place it is said. */
export const en = { bench, cases, desk, field, receipt, shell, shop };
