import { may, type Procedure } from "../../../shared/catalogues/rights.ts";
import { useCompte } from "./session.tsx";

/** Whether this account may ever call a procedure: what would be refused is not offered. */
export const useMay = (procedure: Procedure): boolean => may(useCompte().role, procedure);
