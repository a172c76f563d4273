/**
 * The engine as pages load it: unpacks what the server packed, compiles, decides, and says what came of it.
 * Reading documents stays on the server, and with it every parser.
 */
export { factsAnswered, fieldsDue, type Question } from "./asking/factsAnswered.ts";
export { type CompileOptions, compileTerms } from "./compiling/compileTerms.ts";
export { type UnpackedTerms, unpackTerms } from "./packing/unpackTerms.ts";
export { forOwner } from "./rendering/forOwner.ts";
export { type CardLine, cardText, forStaff } from "./rendering/forStaff.ts";
