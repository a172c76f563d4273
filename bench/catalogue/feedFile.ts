import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { COLUMN_NAMES } from "../../src/catalogue/imports/columns.ts";
import type { SupplierProduct } from "../../src/catalogue/index.ts";

/** Writes products as the CSV file a supplier would send. */
export async function writeFeed(file: string, products: Iterable<SupplierProduct>): Promise<void> {
  const out = createWriteStream(file);
  out.write(`${COLUMN_NAMES.join(",")}\n`);
  let held: string[] = [];
  for (const product of products) {
    held.push(feedRow(product));
    if (held.length === 2_000) {
      if (!out.write(`${held.join("\n")}\n`)) {
        await once(out, "drain");
      }
      held = [];
    }
  }
  out.end(held.length > 0 ? `${held.join("\n")}\n` : "");
  await once(out, "close");
}

function feedRow(product: SupplierProduct): string {
  const pairs = (own: SupplierProduct["parameters"]) =>
    own.map(({ name, value }) => `${name}: ${value}`).join("; ");
  const tiers = product.prices.map(
    ({ minQuantity, netMinor, grossMinor }) => `${minQuantity}:${decimal(netMinor)}/${decimal(grossMinor)}`,
  );
  const cells: Readonly<Record<string, string | number>> = {
    supplier_key: product.supplierKey,
    sku: product.sku ?? "",
    product_code: product.productCode,
    name: product.name,
    brand: product.brand,
    category: product.category,
    summary: product.summary,
    description: product.description,
    specifications: pairs(product.specifications),
    parameters: pairs(product.parameters),
    weight_grams: product.weightGrams,
    min_quantity: product.minQuantity,
    multiple: product.multiple,
    stock: product.stock,
    lead_days: product.leadDays,
    prices: `EUR ${tiers.join(" ")}`,
  };
  return COLUMN_NAMES.map((name) => `"${String(cells[name] ?? "").replaceAll('"', '""')}"`).join(",");
}

function decimal(minor: number): string {
  const digits = String(minor).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
