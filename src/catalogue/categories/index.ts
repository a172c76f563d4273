export { heldCategories } from "./heldCategories.ts";
export { listCategories } from "./listCategories.ts";
