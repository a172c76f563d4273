export { reckonTurnaround, turnaroundReactions } from "./reckonTurnaround.ts";
export { heldTurnarounds, type Turnaround } from "./turnaroundStore.ts";
