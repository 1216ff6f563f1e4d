import { ORPCError } from "@orpc/client";
import { getPath } from "./paths.ts";

/** A refused field: `champ` is the path in what was sent, `message` a French sentence. */
export interface Issue {
  readonly champ: string;
  readonly message: string;
}

const asIssues = (value: unknown): readonly Issue[] =>
  Array.isArray(value)
    ? value.filter((one): one is Issue => typeof one?.champ === "string" && typeof one?.message === "string")
    : [];

const fromSchema = (value: unknown): readonly Issue[] =>
  Array.isArray(value)
    ? value.flatMap((one: { path?: unknown; message?: unknown }) => {
        if (!Array.isArray(one?.path)) return [];
        const champ = one.path
          .map((step: unknown) =>
            typeof step === "object" && step !== null && "key" in step ? String(step.key) : String(step),
          )
          .join(".");
        return [{ champ, message: typeof one.message === "string" ? one.message : "Valeur à corriger." }];
      })
    : [];

/** The fields an error of the contract names: business refusals and values the contract’s own schema refused. */
export const issuesOf = (error: unknown): readonly Issue[] => {
  if (!(error instanceof ORPCError)) return [];
  const data = error.data as { champs?: unknown; manquants?: unknown; issues?: unknown } | undefined;
  const named = [...asIssues(data?.champs), ...asIssues(data?.manquants)];
  return named.length > 0 ? named : fromSchema(data?.issues);
};

const plain = (champ: string): string => champ.replaceAll(/\[(\d+)\]/g, ".$1").replace(/^\./, "");

/**
 * Where a field the server names stands in what is being typed: the same path; else inside one of the parts the
 * screen says it is made of (« siret » → « cfa.siret »); else without its first step (« saisie.titre » → « titre »).
 */
export const placeOf = (champ: string, values: object, parts: readonly string[] = []): string => {
  const path = plain(champ);
  const within = [path, ...parts.map((part) => `${part}.${path}`), path.split(".").slice(1).join(".")];
  return within.find((one) => one !== "" && getPath(values, one) !== undefined) ?? path;
};
