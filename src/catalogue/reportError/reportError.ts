import { Type } from "typebox";
import { createPerson, spendErrorReport } from "../../identity/index.ts";
import { accepted, act, Email, newId, notFound, publicId, shape } from "../../platform/index.ts";
import { errorSubjects, insertErrorReport } from "../errorReports/index.ts";
import { keptProductOf, SkuParams } from "../keeping/index.ts";
import { rootOf } from "../rootOf.ts";

/** POST /v1/products/{sku}/errors: somebody says what is wrong on the page of a product. */
export const reportError = act({
  route: "POST /v1/products/{sku}/errors",
  permission: "catalogue.read",
  summary: "Reports an error on the page of a product; with an address, its answer is wanted",
  params: SkuParams,
  body: shape({
    about: Type.Enum([...errorSubjects]),
    says: Type.String({ minLength: 3, maxLength: 2_000 }),
    email: Type.Optional(Email),
  }),
  reply: shape({ id: Type.String(), state: Type.Literal("open") }),
  status: 201,
  async run(tx, { sku, about, says, email }, at) {
    const product = await keptProductOf(tx, sku);
    if (product?.isListed !== true) {
      throw notFound("product");
    }
    await spendErrorReport(tx);
    const reportId = newId(at);
    const personId = email === undefined ? null : await createPerson(tx, { email, name: email });
    await insertErrorReport(tx, reportId, sku, about, says, personId, at);
    // The report is a root of its own: many may tell of one product at once.
    tx.record(reportId, [{ type: "ErrorReported", sku, about, product: rootOf("product", sku) }]);
    return accepted({ id: publicId("err", reportId), state: "open" as const });
  },
});
