export * from "./documents.ts";
export * from "./facts.ts";
export * from "./states.ts";
export * from "./transitions.ts";
