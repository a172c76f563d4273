import { Type } from "typebox";
import { IdParams, notFound, shape } from "../../platform/index.ts";

/** The path parameters of one piece of evidence: its claim, and its number within. */
export const PieceParams = shape({
  ...IdParams.properties,
  no: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
});

/** What a path brings: text. */
export interface SentParams {
  readonly Params: { readonly id: string; readonly no: string };
}

/** Reads the path of a piece. Errors: Problem 404 for a number that is none. */
export function readPieceParams({ id, no }: SentParams["Params"]): {
  readonly id: string;
  readonly no: number;
} {
  if (!/^[1-9]\d{0,8}$/.test(no) || id.length > 80) {
    throw notFound("piece of evidence");
  }
  return { id, no: Number(no) };
}
