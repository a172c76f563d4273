export { registerDemo } from "./demo/registerDemo.ts";
export { type ExitCode, explainError } from "./exitCode.ts";
export { registerKeysCommands } from "./keys/registerKeysCommands.ts";
export { registerMembersCommands } from "./members/registerMembersCommands.ts";
export { registerReconcileCommands } from "./reconcile/registerReconcileCommands.ts";
export { type Assembly, assembly } from "./serve/assembly.ts";
export { registerServe } from "./serve/registerServe.ts";
export { type Evermend, type StartOptions, startEvermend } from "./serve/startEvermend.ts";
export { registerTermsCommands } from "./terms/index.ts";
