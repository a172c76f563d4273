import { createHash } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * The root that the events of a thing with a name of its own belong to: a digest of its kind and name, of the
 * form of an id, so that the history of a product or a model needs no id beside its SKU or slug.
 */
export function rootOf(kind: "product" | "supplier" | "model" | "customer_group", name: string): string {
  const digest = createHash("sha256").update(`${kind} ${name}`).digest();
  return [...digest.subarray(0, 26)].map((byte) => ALPHABET[byte & 31]).join("");
}
