import { type TOptional, type TString, Type } from "typebox";
import { badField, readPublicId, type Tx } from "../../platform/index.ts";
import { centreOf } from "../centres/index.ts";
import type { Place } from "./spareUnit.ts";

/** Where units are: a centre, and a shelf of it. */
export const PlaceTold: { readonly centre: TOptional<TString>; readonly shelf: TOptional<TString> } = {
  /** Left out: at none of the centres that are kept. */
  centre: Type.Optional(Type.String({ maxLength: 80 })),
  shelf: Type.Optional(Type.String({ maxLength: 40, pattern: "^[^\\u0000-\\u001f\\u007f]*$" })),
};

/** The place that is told. Errors: Problem 400 at `pointer` for a centre that there is not. */
export async function demandPlace(
  tx: Tx,
  { centre, shelf = "" }: { readonly centre?: string; readonly shelf?: string },
  pointer: string,
): Promise<Place> {
  if (centre === undefined) {
    return { centreId: null, shelf: shelf.trim() };
  }
  const id = readPublicId("cen", centre)?.rootId;
  const found = id === undefined ? undefined : await centreOf(tx, id);
  if (found === undefined) {
    const says = `There is no centre ${centre}: GET /v1/centres lists them.`;
    throw badField(`${pointer}/centre`, "unknown_centre", says);
  }
  return { centreId: found.centreId, shelf: shelf.trim() };
}
