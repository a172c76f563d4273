export { groupChain } from "./groupChain.ts";
