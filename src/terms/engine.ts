/**
 * The rules of deciding that a receipt was made by. The same document and facts give the same bytes under one
 * engine; a change to what is decided, or to how a receipt is written, counts it up.
 */
export const engine = "evermend-terms/5";
