import { effect, maybeOne, one } from "../../platform/index.ts";
import type { VatNumber } from "./vatNumber.ts";

const NUMBER = `n.vat_id as "vatId", n.number_id as "numberId", n.country, n.name_told as "nameTold", n.state,
  n.proved_at as "provedAt", n.proof, n.registered_as as "registeredAs", n.asked_at as "askedAt", n.missed`;

/** What is known of a VAT number; undefined when nobody told it yet. */
export const vatNumberOf = maybeOne<VatNumber>(
  "vat_number_of",
  `select ${NUMBER} from commerce.vat_number as n where n.vat_id = $1`,
);

/** Writes a number down that somebody told, or finds it. */
export const noteVatNumber = one<VatNumber>(
  "note_vat_number",
  `insert into commerce.vat_number as n (vat_id, number_id, country, name_told, created_at)
   values ($1, $2, $3, $4, $5)
   on conflict (vat_id) do update set name_told = coalesce(n.name_told, excluded.name_told)
   returning ${NUMBER}`,
);

/** Keeps a yes or a no of the register, unless a later one is kept. */
export const keepAnswer = effect(
  "keep_vat_answer",
  `update commerce.vat_number
      set state = $2, proof = $3, registered_as = $4, proved_at = $5, asked_at = $5, missed = 0
    where vat_id = $1 and (asked_at is null or asked_at <= $5)`,
);

/** Keeps that the register was away. */
export const keepMissed = effect(
  "keep_vat_missed",
  "update commerce.vat_number set asked_at = $2, missed = missed + 1 where vat_id = $1",
);

/** Whether somebody still buys with a number: an order since then, or a reseller whose contract runs. */
export const isNumberUsed = one<{ readonly isUsed: boolean }>(
  "is_vat_number_used",
  `select exists (select from commerce.order where vat_id = $1 and placed_at >= $2)
          or exists (select from commerce.reseller where vat_id = $1 and state = 'active') as "isUsed"`,
);
