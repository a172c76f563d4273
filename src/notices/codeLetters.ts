import assert from "node:assert/strict";
import type { Asker } from "../catalogue/index.ts";
import { codeLines, type Order, orderOf } from "../commerce/index.ts";
import { codeIdOf, openCodesOf, type SealedCode, sealedCodesOf } from "../contracts/index.ts";
import { linkFor } from "../identity/index.ts";
import { publicId } from "../platform/index.ts";
import { formatDay } from "./formatDay.ts";
import type { Mailing } from "./mailing.ts";
import {
  type CodesTold,
  codesEnded,
  codesEndSoon,
  codesReissued,
  codesResent,
} from "./templates/codeLetters.ts";

/** Letters about codes that were delivered before. The clear codes are opened when a letter is sent. */
export const codeMailings: readonly Mailing[] = [
  {
    on: "CodesResent",
    template: "codesResent",
    address: async (db, orderId, body) => {
      const { order, sealed } = await load(db, orderId);
      const meant = new Set(body.codes as readonly string[]);
      const codes = sealed.filter(({ digest, state }) => state === "sold" && meant.has(codeIdOf(digest)));
      const other = typeof body.personId === "string" ? body.personId : undefined;
      return codes.length === 0
        ? undefined
        : {
            personId: other ?? order.buyerId,
            letter: codesResent(told(db, order, codes, other === undefined)),
          };
    },
  },
  {
    on: "CodeReissued",
    template: "codesReissued",
    address: async (db, orderId, body) => {
      const { order, sealed } = await load(db, orderId);
      const issued = body.codes as readonly { lineNo: number; last4: string; was: string }[];
      const codes = sealed.filter(({ lineNo, last4, state }) =>
        issued.some((one) => state === "sold" && one.lineNo === lineNo && one.last4 === last4),
      );
      const was = issued.map((one) => one.was);
      const letter = { ...told(db, order, codes, true), was, isStolen: body.reason === "stolen" };
      return codes.length === 0 ? undefined : { personId: order.buyerId, letter: codesReissued(letter) };
    },
  },
  {
    on: "CodesEndSoon",
    template: "codesEndSoon",
    address: async (db, orderId, body) => {
      const { order } = await load(db, orderId);
      const { orderId: id, activateUrl, orderUrl } = told(db, order, [], true);
      const lastDay = formatDay(Temporal.PlainDate.from(String(body.useBy)));
      const facts = { orderId: id, activateUrl, orderUrl: orderUrl ?? "", lastDay };
      const letter = codesEndSoon({ ...facts, count: Number(body.count), days: Number(body.days) });
      return { personId: order.buyerId, letter };
    },
  },
  {
    on: "CodesExpired",
    template: "codesEnded",
    address: async (db, orderId, body) => {
      const { order } = await load(db, orderId);
      const { orderId: id, orderUrl } = told(db, order, [], true);
      const last4 = (body.codes as readonly { last4: string }[]).map((code) => code.last4);
      return {
        personId: order.buyerId,
        letter: codesEnded({ orderId: id, last4, orderUrl: orderUrl ?? "" }),
      };
    },
  },
];

async function load(
  db: Asker,
  orderId: string,
): Promise<{ readonly order: Order; readonly sealed: readonly SealedCode[] }> {
  const [order, sealed] = await Promise.all([orderOf(db, orderId), sealedCodesOf(db, orderId)]);
  assert(order !== undefined, "an order that has codes is there");
  return { order, sealed };
}

function told(db: Asker, order: Order, sealed: readonly SealedCode[], isBuyers: boolean): CodesTold {
  const codes = openCodesOf(db.platform, sealed);
  const { publicUrl } = db.platform.config;
  const id = publicId("ord", order.orderId);
  return {
    orderId: id,
    region: order.region ?? "",
    lines: codeLines(order).map(({ no, name }) => ({
      name,
      codes: codes.filter(({ lineNo }) => lineNo === no).map(({ code }) => code),
    })),
    activateUrl: `${publicUrl}/activate`,
    orderUrl: isBuyers ? `${publicUrl}/open/${linkFor(db.platform, "order", id)}` : undefined,
  };
}
