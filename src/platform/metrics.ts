import type pg from "pg";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** How the queue is doing. */
export interface JobFigures {
  readonly oldestSeconds: number;
  readonly failed: number;
}

/** What the process counts, in Prometheus' text form at /metrics. */
export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  /** One answered request. `route` is the pattern, never the path, so that ids make no new series. */
  observeRequest(method: string, route: string, status: number, seconds: number): void;
  /** How many statements one run of an act sent. */
  observeStatements(act: string, statements: number): void;
  /** One SQL statement sent inside a transaction, by its name. */
  countStatement(name: string): void;
  /** Reads the pool whenever metrics are asked for. */
  watchPool(pool: pg.Pool): void;
  /**
   * Asks for the age of the oldest waiting job, and how many were given up, whenever metrics are asked
   * for.
   */
  watchJobs(look: () => Promise<JobFigures>): void;
  /** Asks for a figure of a module's own whenever metrics are asked for. */
  watch(name: string, help: string, look: () => Promise<number>): void;
}

const REQUEST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Opens a registry of its own, so that several servers can live in one process. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "evermend_http_request_seconds",
    help: "Time to answer a request",
    labelNames: ["method", "route", "status"],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const statements = new Histogram({
    name: "evermend_act_statements",
    help: "SQL statements one run of an act sent",
    labelNames: ["act"],
    buckets: [1, 2, 4, 6, 8, 10, 15, 20, 30, 60],
    registers,
  });
  const sent = new Counter({
    name: "evermend_statements_total",
    help: "SQL statements sent inside transactions, by name",
    labelNames: ["name"],
    registers,
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observeRequest: (method, route, status, seconds) => {
      requests.observe({ method, route, status }, seconds);
    },
    observeStatements: (act, count) => statements.observe({ act }, count),
    countStatement: (name) => sent.inc({ name }),
    watchPool: (pool) => watchPool(pool, registers),
    watchJobs: (look) => watchJobs(look, registers),
    watch: (name, help, look) => watch({ name, help, registers }, look),
  };
}

function watchPool(pool: pg.Pool, registers: Registry[]): void {
  new Gauge({
    name: "evermend_pool_connections",
    help: "Database connections by what they do; waiting counts callers without one",
    labelNames: ["state"],
    registers,
    collect() {
      this.set({ state: "busy" }, pool.totalCount - pool.idleCount);
      this.set({ state: "idle" }, pool.idleCount);
      this.set({ state: "waiting" }, pool.waitingCount);
    },
  });
}

function watch(
  figure: { name: string; help: string; registers: Registry[] },
  look: () => Promise<number>,
): void {
  new Gauge({
    ...figure,
    async collect() {
      this.set(await look());
    },
  });
}

function watchJobs(look: () => Promise<JobFigures>, registers: Registry[]): void {
  // Gauges are collected in the order they were made, so the queue is asked once for both.
  let figures: Promise<JobFigures> | undefined;
  new Gauge({
    name: "evermend_job_lag_seconds",
    help: "Age of the oldest job that waits to run",
    registers,
    async collect() {
      figures = look();
      this.set((await figures).oldestSeconds);
    },
  });
  new Gauge({
    name: "evermend_jobs_failed",
    help: "Jobs that were given up after their last try",
    registers,
    async collect() {
      this.set((await (figures ?? look())).failed);
    },
  });
}
