import { type Static, Type } from "typebox";
import { Instant, publicId, shape } from "../../platform/index.ts";

/** Told by the buyer, then answered by somebody here. */
export const withdrawalStates = ["told", "answered"] as const;

/** A line somebody withdrew from. */
export interface WithdrawnLine {
  readonly no: number;
  readonly name: string;
  readonly quantity: number;
  readonly soldAs: "code" | "goods";
}

/** What a buyer said: that they withdraw from these lines, at this moment. */
export interface Withdrawal {
  readonly orderId: string;
  readonly no: number;
  readonly lines: readonly WithdrawnLine[];
  readonly saidAt: Temporal.Instant;
  readonly state: (typeof withdrawalStates)[number];
  readonly answeredAt: Temporal.Instant | null;
  readonly answer: string | null;
}

/** A withdrawal as it is shown. */
export const WithdrawalSchema = shape({
  id: Type.String(),
  order: Type.String(),
  lines: Type.Array(
    shape({
      no: Type.Integer(),
      name: Type.String(),
      quantity: Type.Integer(),
      soldAs: Type.Enum(["code", "goods"]),
    }),
  ),
  saidAt: Instant,
  state: Type.Enum([...withdrawalStates]),
  answeredAt: Type.Union([Instant, Type.Null()]),
  answer: Type.Union([Type.String(), Type.Null()]),
});
export type WithdrawalView = Static<typeof WithdrawalSchema>;

/** A withdrawal as it is shown. */
export function withdrawalView(told: Withdrawal): WithdrawalView {
  const { orderId, no, lines, state, answer } = told;
  return {
    ...{ id: publicId("wdr", orderId, no), order: publicId("ord", orderId), state, answer },
    lines: lines.map((line) => ({ ...line })),
    saidAt: told.saidAt.toString(),
    answeredAt: told.answeredAt?.toString() ?? null,
  };
}
