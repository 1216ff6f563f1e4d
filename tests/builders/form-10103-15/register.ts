import type * as forms from "../../../shared/dossier/forms/index.ts";
import { createForms } from "../../../shared/dossier/forms/registry.ts";
import { cerfa10103v15 } from "./index.ts";

/** The version as the literal types of the application do not know it. */
export const next = "10103*15" as forms.FormVersion;

/**
 * The list of `shared/dossier/forms/index.ts` with one more line. Every module then reads the version from there, as
 * it would once registered:
 * `vi.mock("…/forms/index.ts", async (original) => (await import("…/register.ts")).withOneMore(await original()));`
 */
export const withOneMore = (original: typeof forms) => ({
  ...original,
  ...createForms([...original.registered.filter(({ id }) => id !== next), cerfa10103v15]),
});
