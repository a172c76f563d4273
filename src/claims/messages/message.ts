import { type Static, Type } from "typebox";
import { isOwner } from "../../identity/index.ts";
import { type Caller, Instant, shape } from "../../platform/index.ts";

/** Who wrote it: the owner, the bench, or the system telling what became of a mail. */
export const messageSides = ["owner", "staff", "system"] as const;
export type MessageSide = (typeof messageSides)[number];

/** How it came. */
export const messageWays = ["page", "console", "api", "mail", "system"] as const;
export type MessageWay = (typeof messageWays)[number];

/** A text of several lines that a person typed, of so many characters at the most. */
export function lines(maxLength: number) {
  return Type.String({
    minLength: 1,
    maxLength,
    pattern: "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
  });
}

/** The most characters somebody types; what a mail says may be longer. */
export const MOST_TYPED = 8000;
/** The most characters of a message, however it came. */
export const MOST_KEPT = 20_000;

/** How many messages an owner writes in a day. */
export const WRITTEN_A_DAY = { name: "messages", tries: 60, seconds: 86_400 } as const;

/** A message of a case. */
export interface Message {
  readonly deviceId: string;
  readonly claimNo: number;
  readonly no: number;
  readonly side: MessageSide;
  readonly via: MessageWay;
  readonly authorId: string;
  readonly text: string;
  readonly evidence: readonly number[];
  /** Whose address a mail came from. */
  readonly sender: string | null;
  /** Whether a mail came from the address of the case's owner. */
  readonly isVerified: boolean;
  readonly mailId: string | null;
  readonly at: Temporal.Instant;
  readonly readAt: Temporal.Instant | null;
  readonly answeredAt: Temporal.Instant | null;
}

/** A message as owner and bench see it. */
export const MessageShape = shape({
  no: Type.Integer(),
  side: Type.Enum([...messageSides]),
  via: Type.Enum([...messageWays]),
  text: Type.String(),
  /** Pieces of the case's evidence that came with it. */
  evidence: Type.Array(Type.Integer()),
  at: Instant,
  /** When the other side first saw it. */
  readAt: Type.Optional(Instant),
  /** When what an owner wrote was answered, or said to need no answer. */
  answeredAt: Type.Optional(Instant),
  /** False for a mail to the case's address that did not come from its owner's. */
  verified: Type.Boolean(),
  /** The address it came from, where it is not the owner's own; for the bench alone. */
  sender: Type.Optional(Type.String()),
  /** Who of the bench wrote it; for the bench alone. */
  author: Type.Optional(Type.String()),
});
export type MessageShape = Static<typeof MessageShape>;

/** On whose side a caller writes. */
export function sideOfCaller(caller: Pick<Caller, "role">): MessageSide {
  if (isOwner(caller)) {
    return "owner";
  }
  return caller.role === "system" ? "system" : "staff";
}

/** How a caller's message comes, other than by mail. */
export function wayOf({ role, id }: Pick<Caller, "role" | "id">): MessageWay {
  if (role === "system") {
    return "system";
  }
  if (id.startsWith("key:")) {
    return "api";
  }
  return isOwner({ role }) ? "page" : "console";
}

/** The outside form of a message. Owners are not told who of the bench wrote, or whose mail it was. */
export function toMessage(message: Message, caller: Pick<Caller, "role">): MessageShape {
  const { no, side, via, text, evidence, isVerified, sender, authorId, readAt, answeredAt } = message;
  const isBench = sideOfCaller(caller) !== "owner";
  return {
    ...{ no, side, via, text, evidence: [...evidence], at: message.at.toString(), verified: isVerified },
    ...(readAt === null ? {} : { readAt: readAt.toString() }),
    ...(answeredAt === null ? {} : { answeredAt: answeredAt.toString() }),
    ...(isBench && sender !== null ? { sender } : {}),
    ...(isBench && side === "staff" ? { author: authorId } : {}),
  };
}
