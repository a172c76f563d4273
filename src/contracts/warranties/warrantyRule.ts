import type { Model } from "../../catalogue/index.ts";
import type { Component } from "./warranty.ts";

/**
 * Who begins a warranty when a device is activated with a plan: nobody, until it is told of by itself; the
 * registry that activates it; or whoever does, since the terms of the plan believed them.
 */
export const begunBy = ["told", "registry", "activation"] as const;
export type BegunBy = (typeof begunBy)[number];

/** How long what has a warranty has one, and how it may begin; reference data of the office. */
export interface WarrantyRule {
  /** `*`, `maker:dji`, `series:mavic` or `model:mini-3`. */
  readonly scope: string;
  /** Where the device was bought; `*` is everywhere. */
  readonly region: string;
  readonly component: Component;
  /** For what began on this day or after. */
  readonly validFrom: Temporal.PlainDate;
  readonly months: number;
  readonly shippedDays: number | null;
  readonly madeDays: number | null;
  readonly replacementDays: number | null;
  readonly beginsBy: BegunBy;
  readonly version: number;
  readonly setAt: Temporal.Instant;
  readonly setBy: string;
}

/** What a rule is looked for by. */
export type Ruled = Pick<Model, "model" | "series" | "maker">;

/** The name of a rule: its key, written out. */
export function ruleName({
  scope,
  region,
  component,
  validFrom,
}: Pick<WarrantyRule, "scope" | "region" | "component" | "validFrom">): string {
  return `${scope} ${region} ${component} ${validFrom}`;
}

/**
 * The rule of a component that began on a day: the narrowest there is, first by what it is for, then by where
 * the device was bought, then the newest.
 */
export function ruleFor(
  rules: readonly WarrantyRule[],
  ruled: Ruled,
  region: string | null,
  component: Component,
  startsOn: Temporal.PlainDate,
): WarrantyRule | undefined {
  const scopes = [`model:${ruled.model}`, `series:${ruled.series}`, `maker:${ruled.maker}`, "*"];
  const regions = [region ?? "*", "*"];
  const fits = rules.filter(
    (rule) =>
      rule.component === component &&
      scopes.includes(rule.scope) &&
      regions.includes(rule.region) &&
      Temporal.PlainDate.compare(rule.validFrom, startsOn) <= 0,
  );
  return fits.toSorted(
    (one, other) =>
      scopes.indexOf(one.scope) - scopes.indexOf(other.scope) ||
      regions.indexOf(one.region) - regions.indexOf(other.region) ||
      Temporal.PlainDate.compare(other.validFrom, one.validFrom),
  )[0];
}

/** The components that any rule names for this device, the device first. */
export function componentsRuled(rules: readonly WarrantyRule[], ruled: Ruled): readonly Component[] {
  const scopes = new Set([`model:${ruled.model}`, `series:${ruled.series}`, `maker:${ruled.maker}`, "*"]);
  const named = new Set(rules.filter(({ scope }) => scopes.has(scope)).map(({ component }) => component));
  return ["device", ...[...named].filter((component) => component !== "device").toSorted()] as Component[];
}
