import { Type } from "typebox";
import { accepted, act, badField, Email, Instant, line, shape } from "../../platform/index.ts";
import { demandEmail } from "../email.ts";
import { demandFreshSignIn } from "../freshSignIn.ts";
import { KEY_ROLES, KeySchema, type NewKey, publicKey, createKey as saveKey } from "../key.ts";
import { decideCreateKey } from "./decideCreateKey.ts";

const KeyBody = shape({
  role: Type.Enum([...KEY_ROLES]),
  label: line(80),
  email: Type.Optional(Email),
  expiresAt: Type.Optional(Instant),
});

/**
 * POST /v1/keys: makes an API key and shows its token, this once. A repeated idempotency key makes no other
 * one: 409 `answer_shown_once`. A session must have been signed in within 15 minutes: 401 `sign_in_again`.
 */
export const createKey = act({
  route: "POST /v1/keys",
  permission: "key.create",
  summary:
    "Makes an API key; the token is shown only in this answer. Needs a sign-in of the last 15 minutes.",
  body: KeyBody,
  reply: shape({ ...KeySchema.properties, token: Type.String() }),
  status: 201,
  secretReply: "shown_once",
  async run(tx, command, at) {
    demandFreshSignIn(tx.caller);
    if (command.role === "owner" && command.email === undefined) {
      throw badField("/email", "missing", "An owner's key sees what one address holds: send that address.");
    }
    const key: NewKey = {
      role: command.role,
      label: command.label,
      email: command.email === undefined ? undefined : demandEmail(command.email),
      expiresAt: command.expiresAt === undefined ? undefined : Temporal.Instant.from(command.expiresAt),
      createdBy: tx.caller.id,
    };

    const decision = decideCreateKey(key, at);

    if (decision.refused !== undefined) {
      return decision;
    }
    const saved = await saveKey(tx, decision.accepted, at);
    return accepted({ ...publicKey(saved.key), token: saved.token });
  },
});
