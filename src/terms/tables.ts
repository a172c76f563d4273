import type { Cell, Clause, Row, Table } from "./document.ts";
import { keyFacts } from "./factTypes.ts";
import { vocabulary } from "./vocabulary.ts";

/** A column of a table with one key: its cells by the key's values. */
export interface Lookup {
  readonly table: Table;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** The words of a cell: `aircraft, gimbal` is two. `none` is no word at all. */
export function listIn(cell: Cell): readonly string[] {
  return cell.text === "none" ? [] : cell.text.split(",").map((word) => word.trim());
}

/**
 * The key a fact is looked up by: `plan.product` by `product`; undefined when no table can be keyed by it.
 */
export function keyOf(fact: string): string | undefined {
  const type = vocabulary.get(fact)?.type ?? "";
  const name = fact.slice(fact.indexOf(".") + 1);
  return [type, name].find((key) => keyFacts.has(key));
}

/** The tables of a document that have a single key, as rules look into them. */
export class Tables {
  readonly all: readonly Table[];
  readonly #single: readonly Table[];
  readonly #lookups = new Map<string, Lookup | undefined>();
  #byName: ReadonlyMap<string, readonly string[]> | undefined;
  readonly #names = new Map<string, readonly string[]>();

  constructor(clauses: readonly Clause[]) {
    this.all = clauses.flatMap((clause) => clause.tables);
    this.#single = this.all.filter((table) => table.columns.filter((column) => column.isKey).length === 1);
  }

  /** The tables that answer `COLUMN of <something with this key>`: one in a sound document. */
  having(key: string, column: string): readonly Table[] {
    return this.#single.filter(
      ({ columns }) =>
        columns.some(({ isKey, name }) => isKey && name === key) &&
        columns.some((each) => each.name === column),
    );
  }

  lookup(key: string, column: string): Lookup | undefined {
    const name = `${key} ${column}`;
    if (!this.#lookups.has(name)) {
      this.#lookups.set(name, this.#lookUp(key, column));
    }
    return this.#lookups.get(name);
  }

  #lookUp(key: string, column: string): Lookup | undefined {
    const [table] = this.having(key, column);
    if (table === undefined) {
      return undefined;
    }
    const from = table.columns.findIndex(({ isKey }) => isKey);
    const to = table.columns.findIndex(({ name }) => name === column);
    const cells = new Map<string, Cell>();
    for (const row of table.rows) {
      const cell = row.cells[to];
      for (const name of keysIn(row, from)) {
        if (cell !== undefined && !cells.has(name)) {
          cells.set(name, cell);
        }
      }
    }
    return { table, cells };
  }

  cell(key: string, row: string, column: string): Cell | undefined {
    return this.lookup(key, column)?.cells.get(row);
  }

  /** Every value of a key that some table of a single key lists; empty when no table does. */
  names(key: string): readonly string[] {
    let names = this.#names.get(key);
    if (names === undefined) {
      names = this.#namesOf(key);
      this.#names.set(key, names);
    }
    return names;
  }

  #namesOf(key: string): readonly string[] {
    const names = this.#single.flatMap((table) => {
      const from = table.columns.findIndex(({ isKey, name }) => isKey && name === key);
      return from < 0 ? [] : table.rows.flatMap((row) => keysIn(row, from));
    });
    return [...new Set(names)];
  }

  seriesOf(model: string): string | undefined {
    return this.cell("model", model, "series")?.text;
  }

  /** The group of a model or a series. */
  groupOf(name: string): string | undefined {
    const series = this.seriesOf(name) ?? name;
    return this.cell("model", name, "group")?.text ?? this.cell("series", series, "group")?.text;
  }

  /** Each model by its own name, and those of a series by the series'. */
  get #modelsNamed(): ReadonlyMap<string, readonly string[]> {
    this.#byName ??= this.#nameModels();
    return this.#byName;
  }

  #nameModels(): ReadonlyMap<string, readonly string[]> {
    const every = this.names("model");
    const found = new Map<string, string[]>();
    for (const model of every) {
      const series = this.seriesOf(model);
      if (series !== undefined) {
        const models = found.get(series) ?? [];
        models.push(model);
        found.set(series, models);
      }
    }
    for (const model of every) {
      found.set(model, [model]);
    }
    return found;
  }

  /** The models a list of names stands for: a series for all of its own, `all` for every one. */
  models(names: readonly string[]): readonly string[] {
    const every = this.names("model");
    const found = names.flatMap((name) => (name === "all" ? every : (this.#modelsNamed.get(name) ?? [])));
    return [...new Set(found)];
  }
}

const keysIn = (row: Row, from: number): readonly string[] => {
  const cell = row.cells[from];
  return cell === undefined ? [] : listIn(cell);
};
