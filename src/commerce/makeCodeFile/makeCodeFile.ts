import { Type } from "typebox";
import { openCodesOf, sealedCodesOf } from "../../contracts/index.ts";
import { accepted, act, badField, IdParams, notFound, shape, type Tx } from "../../platform/index.ts";
import {
  buildCodeFile,
  CodeFile,
  codeFileFormats,
  type FiledCode,
  type FileWanted,
  useByOfOrder,
} from "../codeFiles/index.ts";
import type { Order } from "../order.ts";
import { refuse } from "../refusals.ts";
import { orderIdOf, ownSightOf } from "../sight.ts";
import { lockSeenOrder } from "../store.ts";

/** So short a password is guessed in an afternoon. */
const SHORTEST_PASSWORD = 12;

/** What a file is made of, from its reply: it is built when the order is free again. */
const wanted = new WeakMap<object, FileWanted>();

/**
 * POST /v1/orders/{id}/code-file: the unused codes of an order as one file, for whoever bought or placed it.
 * Each time is written down as a reveal; neither the file nor its password is kept.
 */
export const makeCodeFile = act({
  route: "POST /v1/orders/{id}/code-file",
  permission: "order.reveal",
  summary: "Gives the unused codes of an order as a sealed CSV, as JSON, or as cards. Every time is logged.",
  params: IdParams,
  body: shape({
    format: Type.Enum([...codeFileFormats]),
    /** Of a CSV, which is sealed: at least twelve characters. It is kept nowhere. */
    password: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  }),
  reply: CodeFile,
  secretReply: "shown_again",
  async run(tx, { id, format, password }) {
    demandPassword(format, password);
    const order = await lockSeenOrder(tx, orderIdOf(id), ...ownSightOf(tx.caller));
    if (order === undefined) {
      throw notFound("order");
    }
    const codes = await codesOf(tx, order);
    if (codes.length === 0) {
      return refuse("no_codes_to_file");
    }
    tx.record(order.orderId, [{ type: "CodesRevealed", count: codes.length, as: format }]);
    const reply: CodeFile = { name: "", mediaType: "", content: "", count: codes.length };
    const { brandName: brand, publicUrl } = tx.platform.config;
    const words = { brand, activateUrl: `${publicUrl}/activate` };
    wanted.set(reply, { order: id, codes, format, password, words });
    return accepted(reply);
  },
  settle: async (_, __, reply) => {
    const file = wanted.get(reply);
    return file === undefined ? reply : await buildCodeFile(file);
  },
});

function demandPassword(format: string, password: string | undefined): void {
  if (format !== "csv") {
    return;
  }
  if (password === undefined || password.length < SHORTEST_PASSWORD) {
    const says = `A CSV is sealed: send a password of at least ${SHORTEST_PASSWORD} characters.`;
    throw badField("/password", "password_too_short", says);
  }
}

/** Unused ones: what a used code became is its owner's. */
async function codesOf(tx: Tx, order: Order): Promise<readonly FiledCode[]> {
  const [sealed, ends] = await Promise.all([
    sealedCodesOf(tx, order.orderId),
    useByOfOrder(tx, order.orderId),
  ]);
  const unused = sealed.filter(({ state }) => state === "sold");
  const useBy = new Map(ends.map((one) => [one.digest, one.useBy.toString()]));
  const names = new Map(order.lines.map(({ no, name }) => [no, name]));
  return openCodesOf(tx.platform, unused).map(({ lineNo, sku, code, last4 }, place) => ({
    ...{ code, last4, sku },
    plan: names.get(lineNo) ?? sku,
    region: order.region ?? "",
    useBy: useBy.get(unused[place]?.digest.toString("hex") ?? "") ?? null,
  }));
}
