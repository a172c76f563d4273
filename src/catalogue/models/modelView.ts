import { type Static, Type } from "typebox";
import { line, shape } from "../../platform/index.ts";
import { formFault } from "./serialForm.ts";

/** What people write of a device model. Series and group are the terms' own words. */
export const ModelSheet = {
  maker: line(60),
  name: line(120),
  series: Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,59}$" }),
  group: Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,59}$" }),
  /**
   * A form of serials: letters, digits, `[0-9A-Z]`, each with `?` or `{n,m}`; left out where none is known.
   */
  serialFormat: Type.Optional(line(200)),
} as const;

/** A device model as it is shown. */
export const ModelView = shape({
  model: Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,59}$" }),
  ...ModelSheet,
  serialFormat: Type.Union([Type.String(), Type.Null()]),
});
export type ModelView = Static<typeof ModelView>;

/** Serials that are known to be of the model: the form is tried against each before it is saved. */
export const Tried = Type.Optional(Type.Array(line(40), { maxItems: 50 }));

/** What is wrong with a form and the serials it is tried against, at their fields; none: it may be saved. */
export function faultsOfForm(
  serialFormat: string | null,
  tried: readonly string[],
): readonly { readonly pointer: string; readonly code: string; readonly message: string }[] {
  if (serialFormat === null) {
    return [];
  }
  const fault = formFault(serialFormat);
  if (fault !== undefined) {
    return [{ pointer: "/serialFormat", code: "serial_form", message: fault }];
  }
  const form = new RegExp(`^(?:${serialFormat})$`);
  return tried.flatMap((serial, place) =>
    form.test(serial.toUpperCase().replaceAll(/[ ._/-]/g, ""))
      ? []
      : [
          {
            ...{ pointer: `/tried/${place}`, code: "does_not_fit" },
            message: `${serial} does not have this form.`,
          },
        ],
  );
}
