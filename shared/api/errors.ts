import { oc } from "@orpc/contract";
import { type ErrorCode, errors } from "../catalogues/errors.ts";

type Entries = typeof errors;
type ContractErrors = {
  [C in ErrorCode]: { status: number; message: string } & Pick<Entries[C], Extract<keyof Entries[C], "data">>;
};

/** The business errors of both contracts, as the catalogue has them; `message` is a French sentence to act on. */
const declared = Object.fromEntries(
  Object.entries(errors).map(([code, { phrase, ...entry }]) => [code, { ...entry, message: phrase }]),
) as unknown as ContractErrors;

export const base = oc.errors(declared);
