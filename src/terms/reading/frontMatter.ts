import type { FrontMatter, Region } from "../document.ts";
import { isCurrency } from "../money.ts";
import { parseDay } from "../time/civil.ts";
import { zoneNamed } from "../time/zone.ts";
import { condition } from "./conditions.ts";
import {
  clauseId,
  type FieldReader,
  instantFact,
  listOf,
  sentence,
  shown,
  slug,
  textOf,
  unexpected,
  words,
  yesOrNo,
} from "./fields.ts";
import { nearest } from "./nearest.ts";
import { noCountry, noCurrency, noDate } from "./noSuchName.ts";
import { rememberOrigin } from "./origins.ts";
import type { Report } from "./report.ts";
import { otherField } from "./rule.ts";
import { isCountry, isRegionName } from "./slugs.ts";
import type { YamlMap, YamlNode } from "./yaml.ts";

const start = { line: 1, column: 1 };
const optional: ReadonlySet<string> = new Set([
  ...["title", "supersedes", "overlays", "applies-to-existing"],
  ...["annex", "translates", "applies", "legal-forms"],
]);

/**
 * Reads the front matter. What is wrong is reported and replaced by something harmless, so that the rest
 * can be read.
 */
export function readFrontMatter(node: YamlNode | undefined, report: Report): FrontMatter {
  if (node?.kind !== "map") {
    report.error(
      "front_matter_missing",
      node?.place ?? start,
      "The file has no front matter. Begin it with keys such as terms: between two lines of ---.",
    );
    return emptyFrontMatter;
  }
  for (const [name, { key }] of node.entries) {
    if (!Object.hasOwn(readers, name)) {
      const message = `The front matter has no key "${name}". ${otherField(name, Object.keys(readers))}`;
      report.error("front_matter_key", key, message);
    }
  }
  const value = (name: keyof typeof readers): unknown => {
    const entry = node.entries.get(name);
    if (entry === undefined) {
      return optional.has(name) || (name === "regions" && !isProgramme(node))
        ? undefined
        : report.error("front_matter_key_missing", node.place, `The front matter lacks "${name}". Add it.`);
    }
    return readers[name]?.(entry.node, report);
  };
  const front: FrontMatter = {
    terms: (value("terms") ?? "") as string,
    version: (value("version") ?? "") as string,
    status: (value("status") ?? "draft") as FrontMatter["status"],
    vocabulary: (value("vocabulary") ?? "") as string,
    language: (value("language") ?? "en") as string,
    legalForm: (value("legal-form") ?? "") as string,
    title: (value("title") ?? null) as string | null,
    effective: (value("effective") ?? emptyFrontMatter.effective) as FrontMatter["effective"],
    supersedes: (value("supersedes") ?? null) as string | null,
    overlays: (value("overlays") ?? []) as string[],
    regions: (value("regions") ?? new Map()) as FrontMatter["regions"],
    appliesToExisting: value("applies-to-existing") === true,
    annex: (value("annex") ?? null) as FrontMatter["annex"],
    translates: (value("translates") ?? null) as string | null,
    applies: (value("applies") ?? null) as FrontMatter["applies"],
    legalForms: (value("legal-forms") ?? []) as string[],
  };
  return rememberOrigin(front, node);
}

/** Annexes, translations and statutes have no regions of their own. */
const isProgramme = ({ entries }: YamlMap): boolean =>
  !["annex", "translates", "applies"].some((name) => entries.has(name));

const emptyFrontMatter: FrontMatter = {
  terms: "",
  version: "",
  status: "draft",
  vocabulary: "",
  language: "en",
  legalForm: "",
  title: null,
  effective: { from: "1970-01-01", picksBy: "plan.startsAt" },
  supersedes: null,
  overlays: [],
  regions: new Map(),
  appliesToExisting: false,
  annex: null,
  translates: null,
  applies: null,
  legalForms: [],
};

const version: FieldReader = (node, report) => {
  if (node.kind === "scalar" && typeof node.value === "string" && /^[\w.-]+$/.test(node.value)) {
    return node.value;
  }
  return report.error(
    "value_unknown",
    node.place,
    `${shown(node)} is no version. Write a text, in quotes if it looks like a number.`,
  );
};

const language: FieldReader = (node, report) => {
  const text = textOf(node) ?? "";
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)
    ? text
    : report.error("value_unknown", node.place, unexpected("a language such as en or pt-BR", node));
};

const date: FieldReader = (node, report) => {
  const text = textOf(node) ?? "";
  return parseDay(text) === undefined
    ? report.error("date_invalid", node.place, noDate(textOf(node) ?? ""))
    : text;
};

const legalForms = ["service-contract", "insurance", "guarantee"];

const regionName: FieldReader = (node, report) =>
  isRegionName(textOf(node) ?? "")
    ? textOf(node)
    : report.error(
        "region_unknown",
        node.place,
        `${shown(node)} is no region. Write two capital letters such as EU.`,
      );

const annex: FieldReader = (node, report) => {
  const fields = readMap(
    node,
    { of: version, regions: listOf(regionName), replaces: listOf(clauseId), adds: listOf(clauseId) },
    report,
  );
  return fields && Object.fromEntries(fields);
};

const supersedes: FieldReader = (node, report) =>
  textOf(node) === "none" ? undefined : version(node, report);

const effective: FieldReader = (node, report) => {
  const fields = readMap(node, { from: date, "picks-by": instantFact }, report);
  return fields && { from: fields.get("from"), picksBy: fields.get("picks-by") };
};

const regions: FieldReader = (node, report) => {
  if (node.kind !== "map" || node.entries.size === 0) {
    return report.error(
      "value_unknown",
      node.place,
      "The regions are a mapping. Write EU: { zone: Europe/Warsaw, currencies: [PLN], countries: [PL] }.",
    );
  }
  const found = new Map<string, Region>();
  for (const [name, { key, node: value }] of node.entries) {
    if (!isRegionName(name)) {
      report.error("region_unknown", key, `"${name}" is no region. Write two capital letters such as EU.`);
    }
    const fields = readMap(value, { zone, currencies: listOf(currency), countries: listOf(country) }, report);
    if (fields?.get("zone") !== undefined) {
      found.set(name, {
        zone: fields.get("zone") as string,
        currencies: (fields.get("currencies") ?? []) as string[],
        countries: (fields.get("countries") ?? []) as string[],
      });
    }
  }
  return found;
};

const zone: FieldReader = (node, report) => {
  const text = textOf(node) ?? "";
  return zoneNamed(text) === undefined
    ? report.error("zone_unknown", node.place, noZone(textOf(node) ?? ""))
    : text;
};

/** Zones are known to the host by name, not as a list: those nearest by spelling are among the usual ones. */
function noZone(name: string): string {
  const meant = nearest(name, usualZones);
  const way = meant ?? "the name of one of the tz database, such as Europe/Warsaw";
  return `The tz database has no zone "${name.slice(0, 60)}". Write ${way}.`;
}

const usualZones: readonly string[] = (
  "Europe/Warsaw Europe/Berlin Europe/Paris Europe/London Europe/Oslo Europe/Zurich Europe/Madrid " +
  "Europe/Rome Europe/Amsterdam Europe/Lisbon Europe/Dublin Europe/Vienna Europe/Stockholm Atlantic/Azores " +
  "America/New_York America/Chicago America/Denver America/Los_Angeles America/Toronto America/Vancouver " +
  "America/Sao_Paulo America/Mexico_City Pacific/Honolulu Asia/Tokyo Asia/Seoul Asia/Shanghai " +
  "Asia/Hong_Kong Asia/Taipei Asia/Singapore Asia/Dubai Asia/Kolkata Australia/Sydney Australia/Perth " +
  "Pacific/Auckland Africa/Johannesburg UTC"
).split(" ");

const currency: FieldReader = (node, report) =>
  isCurrency(textOf(node) ?? "")
    ? textOf(node)
    : report.error("currency_unknown", node.place, noCurrency(textOf(node) ?? ""));

const country: FieldReader = (node, report) =>
  isCountry(textOf(node) ?? "")
    ? textOf(node)
    : report.error("country_unknown", node.place, noCountry(textOf(node) ?? ""));

const readers: Readonly<Record<string, FieldReader>> = {
  terms: slug,
  version,
  status: words("draft", "published"),
  vocabulary: words("device-plan/1"),
  language,
  "legal-form": words(...legalForms, "statute"),
  title: sentence,
  effective,
  supersedes,
  overlays: listOf(slug),
  regions,
  "applies-to-existing": yesOrNo,
  annex,
  translates: version,
  applies: condition,
  "legal-forms": listOf(words(...legalForms)),
};

/** A mapping with exactly these keys. */
function readMap(
  node: YamlNode,
  fields: Readonly<Record<string, FieldReader>>,
  report: Report,
): ReadonlyMap<string, unknown> | undefined {
  if (node.kind !== "map") {
    return report.error(
      "value_unknown",
      node.place,
      unexpected(Object.keys(fields).join(", "), node, "Write a mapping."),
    );
  }
  reportStrangers(node, Object.keys(fields), report);
  const values = new Map<string, unknown>();
  for (const [name, read] of Object.entries(fields)) {
    const entry = node.entries.get(name);
    if (entry === undefined) {
      report.error("front_matter_key_missing", node.place, `The key "${name}" is missing here. Add it.`);
    } else {
      values.set(name, read(entry.node, report));
    }
  }
  return values;
}

function reportStrangers(node: YamlMap, known: readonly string[], report: Report): void {
  for (const [name, { key }] of node.entries) {
    if (!known.includes(name)) {
      report.error("front_matter_key", key, `There is no key "${name}" here. ${otherField(name, known)}`);
    }
  }
}
