import { type Static, Type } from "typebox";
import { TAX_KINDS } from "../../catalogue/index.ts";
import { Country, Day, Instant, Money, publicId, shape } from "../../platform/index.ts";
import { type Invoice, invoiceKinds, numberText } from "./invoice.ts";

const Maybe = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** An invoice or a credit note as a list shows it. `pdf` is where the paper is. */
export const InvoiceSchema = shape({
  id: Type.String(),
  kind: Type.Enum([...invoiceKinds]),
  number: Type.String(),
  order: Type.String(),
  issuedAt: Instant,
  issuedOn: Day,
  dueOn: Maybe(Day),
  net: Money,
  tax: Money,
  gross: Money,
  /** Of a credit note: the invoice it corrects. */
  corrects: Maybe(Type.String()),
  isReverseCharge: Type.Boolean(),
  country: Country,
  vatId: Maybe(Type.String()),
  taxes: Type.Array(
    shape({
      kind: Type.Enum([...TAX_KINDS]),
      rateBasisPoints: Maybe(Type.Integer()),
      country: Country,
      net: Money,
      tax: Money,
    }),
  ),
  pdf: Type.String(),
});
export type InvoiceView = Static<typeof InvoiceSchema>;

/** An invoice as it is shown. It names nobody. */
export function invoiceView(invoice: Invoice): InvoiceView {
  const { orderId, no, kind, currency, netMinor, taxMinor, corrects, figures } = invoice;
  const money = (amount: number) => ({ amount, currency });
  const id = publicId("inv", orderId, no);
  return {
    ...{ id, kind, number: numberText(invoice), order: publicId("ord", orderId) },
    issuedAt: invoice.issuedAt.toString(),
    issuedOn: invoice.issuedOn.toString(),
    dueOn: invoice.dueOn?.toString() ?? null,
    ...{ net: money(netMinor), tax: money(taxMinor), gross: money(netMinor + taxMinor) },
    corrects: corrects === null ? null : publicId("inv", orderId, corrects),
    isReverseCharge: figures.isReverseCharge,
    ...{ country: figures.buyer.country, vatId: figures.buyer.vatId },
    taxes: figures.taxes.map((sum) => ({
      ...{ kind: sum.kind, rateBasisPoints: sum.rateBasisPoints, country: sum.country },
      ...{ net: money(sum.netMinor), tax: money(sum.taxMinor) },
    })),
    pdf: `/v1/invoices/${id}.pdf`,
  };
}
