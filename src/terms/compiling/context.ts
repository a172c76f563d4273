import { type Background, type Case, isUnknown } from "../deciding/case.ts";
import { MomentReader } from "../deciding/moments.ts";
import type { Clause, TermsDocument } from "../document.ts";
import { type FigureOf, figuresOf, saysOf } from "../figures.ts";
import { Tables } from "../tables.ts";
import { Calendars, holidaysIn } from "../time/calendar.ts";
import { type Duration, needsCalendar } from "../time/duration.ts";
import { zoneNamed } from "../time/zone.ts";
import type { Truth } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import { InstantReader } from "./instants.ts";
import type { Writer } from "./writtenOut.ts";

/** A compiled condition. */
export type Test = (c: Case) => Truth;
export type ReadFact = (c: Case) => unknown;

/** What the compilers of a document share. */
export class Context {
  readonly document: TermsDocument;
  readonly tables: Tables;
  readonly background: Background;
  readonly writer: Writer | undefined;
  readonly #figureOf: FigureOf;
  readonly #moments = new Map<string, MomentReader>();
  readonly #instants = new Map<string, InstantReader>();

  constructor(document: TermsDocument, writer?: Writer) {
    this.document = document;
    this.writer = writer;
    this.#figureOf = figuresOf(document);
    this.tables = new Tables(document.clauses);
    this.background = backgroundOf(document, this.tables);
  }

  /** How a clause reads a fact: as given, or as it presumes while nobody has told. */
  reader(name: string, presume: ReadonlyMap<string, unknown>): ReadFact {
    const { read } = factNamed(name);
    if (!presume.has(name)) {
      return read;
    }
    const presumed = presume.get(name);
    return (c) => {
      const value = read(c);
      return isUnknown(value) ? presumed : value;
    };
  }

  /** The facts beside instants on which the end of a time depends. */
  factsBeside(duration: Duration): readonly string[] {
    const dependsOnCountry = needsCalendar(duration) && this.background.calendars.countries.length > 0;
    return dependsOnCountry ? ["holder.country"] : [];
  }

  /** The first paragraph of a clause in plain words, figures filled in. */
  saysOf(clause: Clause): string {
    return saysOf(clause, this.#figureOf);
  }

  /**
   * The reader of an instant fact. Clauses that presume nothing share one, so that each instant of a case
   * is parsed once.
   */
  moment(name: string, presume: ReadonlyMap<string, unknown>): MomentReader {
    if (presume.has(name)) {
      return new MomentReader(this.reader(name, presume));
    }
    const shared = this.#moments.get(name) ?? new MomentReader(factNamed(name).read);
    this.#moments.set(name, shared);
    return shared;
  }

  /** The same for those who only want the instant, if it is told as one. */
  instant(name: string, presume: ReadonlyMap<string, unknown>): InstantReader {
    if (presume.has(name)) {
      return new InstantReader(this.reader(name, presume));
    }
    const shared = this.#instants.get(name) ?? new InstantReader(factNamed(name).read);
    this.#instants.set(name, shared);
    return shared;
  }
}

function backgroundOf(document: TermsDocument, tables: Tables): Background {
  const models = tables.names("model");
  const series = new Map(models.map((model) => [model, tables.seriesOf(model)]));
  const groups = new Map([...models, ...tables.names("series")].map((name) => [name, tables.groupOf(name)]));
  const zones = new Map(
    [...document.front.regions].flatMap(([region, { zone }]) => {
      const found = zoneNamed(zone);
      return found === undefined ? [] : [[region, found] as const];
    }),
  );
  return {
    seriesOf: (model) => series.get(model),
    groupOf: (name) => groups.get(name),
    zones,
    everyZone: [...new Set(zones.values())],
    calendars: new Calendars(
      holidaysIn(tables.all),
      new Map([...document.front.regions].map(([region, { countries }]) => [region, countries])),
    ),
  };
}
