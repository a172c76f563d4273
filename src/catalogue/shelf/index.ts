export { listProducts } from "./listProducts.ts";
export { ProductView } from "./shelfProduct.ts";
export { showProduct } from "./showProduct.ts";
