import { type Command } from "commander";
/**
 * Adds `evermend keys create`, `keys list` and `keys revoke`. They work beside a running server or without
 * one.
 */
export declare function registerKeysCommands(program: Command): void;
