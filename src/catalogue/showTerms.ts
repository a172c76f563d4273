import { Type } from "typebox";
import { Day, read, shape } from "../platform/index.ts";
import { documentInForce, documentNamed } from "./termsInForce.ts";

const RegionView = shape({
  region: Type.String(),
  zone: Type.String(),
  currencies: Type.Array(Type.String()),
  countries: Type.Array(Type.String()),
});

const ClauseView = shape({
  id: Type.String(),
  number: Type.String(),
  title: Type.String(),
  level: Type.Integer(),
  html: Type.String(),
  /** Where the clause comes from; null where it is the programme's own. */
  source: Type.Union([Type.String(), Type.Null()]),
  /** What was settled where the sources contradict each other or are silent. */
  settled: Type.Array(Type.String()),
});

/** GET /v1/terms/{programme}: the text a customer reads, figures filled in. */
export const showTerms = read({
  route: "GET /v1/terms/{programme}",
  permission: "catalogue.read",
  summary: "Shows the terms of a programme, those in force now or a named version, clause by clause.",
  params: shape({ programme: Type.String({ minLength: 1, maxLength: 60 }) }),
  query: shape({ version: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })) }),
  reply: shape({
    programme: Type.String(),
    version: Type.String(),
    hash: Type.String(),
    title: Type.String(),
    language: Type.String(),
    effectiveOn: Day,
    regions: Type.Array(RegionView),
    /** The products of these terms, and what they are called. */
    plans: Type.Array(shape({ product: Type.String(), name: Type.String() })),
    clauses: Type.Array(ClauseView),
  }),
  async run(db, { programme, version: wanted }) {
    const { terms, version, names } =
      wanted === undefined
        ? await documentInForce(db, programme, db.at)
        : await documentNamed(db, programme, wanted);
    return {
      programme,
      version: terms.version,
      hash: terms.hash,
      title: terms.title,
      language: terms.language,
      effectiveOn: version.effectiveOn.toString(),
      regions: [...terms.regions].map(([region, { zone, currencies, countries }]) => ({
        region,
        zone,
        currencies: [...currencies],
        countries: [...countries],
      })),
      plans: terms.plans().map(({ product }) => ({ product, name: names.get(product) ?? product })),
      clauses: terms.clauses.map(({ id, number, title, level, html, source, settled }) => ({
        ...{ id, number, title, level, html, source },
        settled: [...settled],
      })),
    };
  },
});
