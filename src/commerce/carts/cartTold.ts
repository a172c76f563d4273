import { Type } from "typebox";
import { Money, shape } from "../../platform/index.ts";

const Line = {
  sku: Type.String({ minLength: 1, maxLength: 60 }),
  quantity: Type.Integer({ minimum: 1, maximum: 1_000 }),
};

/** The lines of an order. Each mints its codes in a statement of its own; an order has a budget of thirty. */
const MOST = { minItems: 1, maxItems: 15 };

/** Lines as they are ordered. */
export const LinesTold = Type.Array(shape(Line), MOST);

/** Lines as a cart asks about them; `seen` is what one piece cost with its tax when the buyer last looked. */
export const SeenLinesTold = Type.Array(shape({ ...Line, seen: Type.Optional(Money) }), MOST);
