export { type ExitCode, explainError } from "./exitCode.ts";
export { type Assembly, assembly, type PersonaLink } from "./serve/assembly.ts";
export { registerServe } from "./serve/registerServe.ts";
export { type Evermend, type StartOptions, startEvermend } from "./serve/startEvermend.ts";
