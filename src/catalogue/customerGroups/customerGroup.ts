import { type Static, Type } from "typebox";
import { Instant, line, shape } from "../../platform/index.ts";

/** Who pays the same prices, as it is stored. */
export interface CustomerGroup {
  /** Short, in small letters. */
  readonly customerGroup: string;
  readonly name: string;
  /** Whose prices it pays where it has no list of its own; null for retail alone. */
  readonly basedOn: string | null;
  readonly createdAt: Temporal.Instant;
}

/** How a group's short name is written. */
export const GROUP_NAME = "^[a-z][a-z0-9-]{0,39}$";

/** A customer group as it is shown. */
export const CustomerGroupSchema = shape({
  customerGroup: Type.String({ pattern: GROUP_NAME }),
  name: line(120),
  basedOn: Type.Union([Type.String(), Type.Null()]),
  createdAt: Instant,
});
export type CustomerGroupView = Static<typeof CustomerGroupSchema>;

/** A customer group as it is shown. */
export function customerGroupView({ createdAt, ...rest }: CustomerGroup): CustomerGroupView {
  return { ...rest, createdAt: createdAt.toString() };
}
