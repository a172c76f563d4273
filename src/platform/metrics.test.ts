import assert from "node:assert/strict";
import { test } from "node:test";
import type pg from "pg";
import { openMetrics } from "./metrics.ts";

test("what was observed is told in Prometheus' form, each server's apart", async () => {
  const metrics = openMetrics();
  const other = openMetrics();
  metrics.observeRequest("POST", "/v1/claims/:id", 201, 0.004);
  metrics.observeStatements("openClaim", 9);
  metrics.countStatement("lock_device");
  metrics.watchPool({ totalCount: 7, idleCount: 4, waitingCount: 2 } as pg.Pool);
  metrics.watchJobs(async () => ({ oldestSeconds: 3, failed: 2 }));
  const text = await metrics.text();
  for (const line of [
    'evermend_http_request_seconds_bucket{le="0.005",method="POST",route="/v1/claims/:id",status="201"} 1',
    'evermend_act_statements_sum{act="openClaim"} 9',
    'evermend_statements_total{name="lock_device"} 1',
    'evermend_pool_connections{state="busy"} 3',
    'evermend_pool_connections{state="waiting"} 2',
    "evermend_job_lag_seconds 3",
    "evermend_jobs_failed 2",
  ]) {
    assert.ok(text.includes(line), `missing: ${line}`);
  }
  assert.ok(!(await other.text()).includes("openClaim"));
});
