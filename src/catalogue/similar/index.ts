export { listSimilar } from "./listSimilar.ts";
