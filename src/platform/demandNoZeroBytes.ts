import type { FastifyRequest } from "fastify";
import { badField } from "./problem.ts";

/**
 * PostgreSQL keeps no text with a zero byte in it, so none is taken in. For requests whose shape was checked.
 * Errors: Problem 400 that names the field.
 */
export function demandNoZeroBytes({ params, query, body }: FastifyRequest): void {
  const pointer = placeIn(params, "/params") ?? placeIn(query, "/query") ?? placeIn(body, "");
  if (pointer !== undefined) {
    throw badField(pointer, "zero_byte", "This text holds a zero byte. Leave it out.");
  }
}

/** The pointer of the first text with a zero byte. */
function placeIn(value: unknown, pointer: string): string | undefined {
  if (typeof value === "string") {
    return value.includes("\u0000") ? pointer : undefined;
  }
  if (value === null || typeof value !== "object") {
    return undefined;
  }
  for (const [name, inner] of Object.entries(value)) {
    const place = placeIn(inner, `${pointer}/${name}`);
    if (place !== undefined) {
      return place;
    }
  }
  return undefined;
}
