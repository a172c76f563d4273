export { dueKinds } from "./kinds.ts";
export { listDeadlines } from "./listDeadlines.ts";
