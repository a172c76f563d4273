import { effect, many, maybeOne } from "../../platform/index.ts";
import type { Supplier } from "./supplier.ts";

const SUPPLIER = `supplier, name, country, email, zone, to_char(cut_off, 'HH24:MI') as "cutOff",
  created_at as "createdAt"`;

/** Adds a supplier. Zero: there is one of its name. */
export const insertSupplier = effect(
  "insert_supplier",
  `insert into catalogue.supplier (supplier, name, country, email, zone, cut_off, created_at)
   values ($1, $2, $3, $4, $5, $6::time, $7)
   on conflict do nothing`,
);

/** Writes what is known of a supplier. */
export const updateSupplier = effect(
  "update_supplier",
  `update catalogue.supplier
      set name = $2, country = $3, email = $4, zone = $5, cut_off = $6::time
    where supplier = $1`,
);

/** A supplier. */
export const supplierOf = maybeOne<Supplier>(
  "supplier_of",
  `select ${SUPPLIER} from catalogue.supplier where supplier = $1`,
);

/** Locks a supplier until the transaction ends. */
export const lockSupplier = maybeOne<Supplier>(
  "lock_supplier",
  `select ${SUPPLIER} from catalogue.supplier where supplier = $1 for update`,
);

/** A page of suppliers behind a name; `$2` is looked for in short and long names. */
export const pageOfSuppliers = many<Supplier>(
  "page_of_suppliers",
  `select ${SUPPLIER} from catalogue.supplier
    where supplier > $1 and position(lower($2) in lower(supplier || ' ' || name)) > 0
    order by supplier
    limit $3`,
);
