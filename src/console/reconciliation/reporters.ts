import { reconciliation as words } from "../words/en/reconciliation.ts";

const { own: _, ...others } = words.kinds;

/** Those who send reports: everybody but ourselves. */
export const reporters = others;
