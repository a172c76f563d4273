import { createContext } from "react";

/** Whether a screen has all steps of a case on it: then a step that was taken leads to no other screen. */
export const StaysHere = createContext(false);
