export { buildCodeFile, type FileWanted } from "./buildCodeFile.ts";
export { CodeFile, codeFileFormats, type FiledCode } from "./codeFile.ts";
export { useByOfOrder } from "./useByStore.ts";
