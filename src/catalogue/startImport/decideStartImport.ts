import { accepted, type Decision } from "../../platform/index.ts";
import type { ImportRun } from "../imports/index.ts";
import { refuse } from "../refusals.ts";

/** What starting an import is decided from. */
export interface StartImportFacts {
  readonly run: ImportRun;
  readonly isCheck: boolean;
  /** Another import of its supplier is running. */
  readonly isSupplierBusy: boolean;
}

/** From where it is read: on from where it was stopped, or from the beginning. */
export type StartFrom = "where_it_stopped" | "the_beginning";

/** Whether an import may start now. One that was a check may be started again, to be written. Pure. */
export function decideStartImport({ run, isCheck, isSupplierBusy }: StartImportFacts): Decision<StartFrom> {
  if (run.state === "running" || isSupplierBusy) {
    return refuse("import_running");
  }
  if (run.bytesTotal === 0) {
    return refuse("import_empty");
  }
  if (run.state === "open") {
    return accepted("where_it_stopped");
  }
  if (run.state === "stopped" && run.isCheck === isCheck) {
    return accepted("where_it_stopped");
  }
  return run.isCheck && run.state !== "failed" && !isCheck
    ? accepted("the_beginning")
    : refuse("import_over");
}
