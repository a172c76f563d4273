import type {
  CancellationFacts,
  ClaimFacts,
  CodeFacts,
  DeviceFacts,
  FactGroups,
  Facts,
  HolderFacts,
  IncidentFacts,
  InvitationFacts,
  OrderFacts,
  PlanFactsGiven,
  TransferFacts,
} from "../facts.ts";
import type { Calendars } from "../time/calendar.ts";
import type { Zone } from "../time/zone.ts";
import { vocabulary } from "../vocabulary.ts";
import { withFact } from "./factSetting.ts";

/** What the document knows that a case may lean on. */
export interface Background {
  seriesOf(model: string): string | undefined;
  groupOf(name: string): string | undefined;
  readonly zones: ReadonlyMap<string, Zone>;
  readonly calendars: Calendars;
  /** All zones of the document, for a case whose region is not known. */
  readonly everyZone: readonly Zone[];
}

type GroupName = Exclude<keyof Facts, "at" | "region" | "signals">;

const notLookedUp: unique symbol = Symbol("not looked up");

/**
 * The facts of one case, settled for reading: groups are always objects, series and group follow from the
 * model.
 */
export class Case implements FactGroups {
  readonly at: unknown;
  readonly code: CodeFacts;
  readonly device: DeviceFacts;
  readonly plan: PlanFactsGiven;
  readonly incident: IncidentFacts;
  readonly claim: ClaimFacts;
  readonly invitation: InvitationFacts;
  readonly order: OrderFacts;
  readonly holder: HolderFacts;
  readonly cancellation: CancellationFacts;
  readonly transfer: TransferFacts;
  readonly signals: unknown;
  readonly #told: Facts;
  readonly #background: Background;
  #changes: readonly [name: string, value: unknown] | undefined;
  #zones: readonly Zone[] | undefined;
  #series: unknown = notLookedUp;
  #group: unknown = notLookedUp;
  #region: unknown = notLookedUp;

  constructor(told: Facts | null | undefined, background: Background) {
    const facts = told ?? noFacts;
    this.#told = facts;
    this.#background = background;
    this.at = facts.at;
    this.code = settled(facts.code);
    this.device = settled(facts.device);
    this.plan = settled(facts.plan);
    this.incident = settled(facts.incident);
    this.claim = settled(facts.claim);
    // Invitations are ours to send: one that nobody mentions does not exist.
    this.invitation = facts.invitation === undefined ? nothing : settled(facts.invitation);
    this.order = settled(facts.order);
    this.holder = settled(facts.holder);
    this.cancellation = settled(facts.cancellation);
    this.transfer = settled(facts.transfer);
    this.signals = facts.signals;
  }

  /** As they were told, with what was changed since. */
  get facts(): Facts {
    return this.#changes === undefined ? this.#told : withFact(this.#told, ...this.#changes);
  }

  /** The same case with one fact changed; only its group is written anew. */
  changed(name: string, value: unknown): Case {
    const dot = name.indexOf(".");
    if (dot < 0 || this.#changes !== undefined) {
      return new Case(withFact(this.facts, name, value), this.#background);
    }
    const changed = new Case(this.#told, this.#background);
    const group = name.slice(0, dot) as GroupName;
    const before = this.#told[group];
    const told: Record<string, unknown> = typeof before === "object" && before !== null ? { ...before } : {};
    told[name.slice(dot + 1)] = value;
    changed.#changes = [name, value];
    changed.#put(group, told);
    return changed;
  }

  #put(group: GroupName, facts: object): void {
    (this as Record<GroupName, object>)[group] = facts;
  }

  get series(): unknown {
    if (this.#series === notLookedUp) {
      const { series, model } = this.device;
      const isGiven = !isUnknown(series) || isUnknown(model);
      this.#series = isGiven ? series : this.#background.seriesOf(model as string);
    }
    return this.#series;
  }

  get region(): unknown {
    if (this.#region === notLookedUp) {
      this.#region = this.#findRegion();
    }
    return this.#region;
  }

  #findRegion(): unknown {
    const { plan, code, device, claim } = this;
    let region: unknown = this.#told.region;
    for (const next of [plan.region, code.region, device.region, claim.region]) {
      if (!(isUnknown(region) || isAbsent(region))) {
        return region;
      }
      region = isUnknown(next) ? region : next;
    }
    return region;
  }

  get group(): unknown {
    if (this.#group === notLookedUp) {
      this.#group = this.#findGroup();
    }
    return this.#group;
  }

  #findGroup(): unknown {
    const { group, model } = this.device;
    if (!isUnknown(group)) {
      return group;
    }
    const name = isUnknown(model) ? this.device.series : model;
    return isUnknown(name) ? undefined : this.#background.groupOf(name as string);
  }

  /** The zone of the plan's region: one, or all of the document's while the region is not known. */
  get zones(): readonly Zone[] {
    this.#zones ??= this.#findZones();
    return this.#zones;
  }

  #findZones(): readonly Zone[] {
    const { zones, calendars, everyZone } = this.#background;
    const { plan, code, device, claim } = this;
    const country = isUnknown(this.holder.country) ? undefined : this.holder.country;
    for (const region of [this.#told.region, plan.region, code.region, device.region, claim.region]) {
      const zone = zones.get(region as string);
      if (zone !== undefined) {
        return [calendars.zoneFor(zone, region as string, country)];
      }
    }
    return calendars.countries.length === 0
      ? everyZone
      : everyZone.map((zone) => calendars.zoneFor(zone, "", country));
  }
}

/**
 * A fact that has not been told. Asked more often than anything else; texts are compared only with texts of
 * the same length, which costs a fifth of comparing whatever it is.
 */
export const isUnknown = (value: unknown): value is undefined | null | "unknown" =>
  typeof value === "string"
    ? value.length === 7 && value === "unknown"
    : value === undefined || value === null;

export const isAbsent = (value: unknown): boolean =>
  typeof value === "string" &&
  (value.length === 4 ? value === "none" : value.length === 5 && value === "never");

// A group that is "none": whichever fact is read, it is absent.
const nothing: object = Object.freeze(
  Object.fromEntries([...vocabulary.keys()].map((name) => [name.slice(name.indexOf(".") + 1), "none"])),
);
const untold: object = Object.freeze({});
const noFacts: Facts = Object.freeze({});

function settled<T extends object>(group: T | "none" | "unknown" | null | undefined): T {
  if (typeof group === "object" && group !== null) {
    return group;
  }
  return (group === "none" ? nothing : untold) as T;
}
