import type { Draft } from "../../common/use-draft.ts";
import type { FormationDraft } from "./formation-draft.ts";

export interface SectionProps {
  readonly draft: Draft<FormationDraft>;
}
