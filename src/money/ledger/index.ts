export { ACCOUNT_KINDS, type Account, type AccountKind } from "./account.ts";
export { balanceOf } from "./balanceOf.ts";
export { type Entry, type Posting, post, postAll } from "./post.ts";
