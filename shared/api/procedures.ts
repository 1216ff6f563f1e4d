import type { rights } from "../catalogues/rights.ts";
import type { PortalContract } from "./portal/index.ts";
import type { StaffContract } from "./staff/index.ts";

type ProcedureOf<Contract> = {
  [Group in keyof Contract & string]: `${Group}.${keyof Contract[Group] & string}`;
}[keyof Contract & string];

type StaffProcedure = ProcedureOf<StaffContract>;
type PortalProcedure = ProcedureOf<PortalContract>;

/** Does not compile while a procedure of a contract has no right, or a right names no procedure. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const everyProcedureHasItsRight: Same<keyof typeof rights, StaffProcedure | PortalProcedure> = true;
