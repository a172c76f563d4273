import { heldRows } from "../../catalogue/index.ts";
import { many, maybeOne } from "../../platform/index.ts";
import type { BenchPrice } from "./price.ts";

const PRICE = `price_id as "priceId", kind, item, title, model, region, currency, net_minor as "netMinor",
  tax_kind as "taxKind", valid_from as "validFrom"`;

/** Prices change a few times a year; they are held in the process. */
export const heldPrices = heldRows(
  many<BenchPrice>("bench_prices", `select ${PRICE} from service.price order by price_id`),
);

/** A page of prices, the newest first, before the one `$1`; of a kind, a region, a model. */
export const pageOfPrices = many<BenchPrice>(
  "page_of_bench_prices",
  `select ${PRICE} from service.price
    where ($1::text is null or price_id < $1)
      and ($2::text is null or kind = $2) and ($3::text is null or region = $3)
      and ($4::text is null or model = $4)
      and ($5::text is null or strpos(lower(item || ' ' || title), $5) > 0)
    order by price_id desc
    limit $6`,
);

/** Writes a price down. No row: there is one of that instant already. */
export const insertPrice = maybeOne<BenchPrice>(
  "insert_bench_price",
  `insert into service.price (price_id, kind, item, title, model, region, currency, net_minor, tax_kind,
                              valid_from, made_at, actor)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict do nothing
   returning ${PRICE}`,
);
