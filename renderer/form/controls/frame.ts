import type { ReactNode } from "react";
import type { Field, FormVersion, Kind } from "../../../shared/dossier/kernel.ts";
import type { Raw } from "../model.ts";

/**
 * Whether the words typed are French to be read over: sentences are, and nothing else. A name, a code, an address or
 * an amount underlined in red teaches people not to look.
 */
export const isProse = (kind: Kind): boolean => kind.type === "text" && kind.multiline === true;

/** What every control receives: the look and the accessible names come from the cell, never from the control. */
export interface ControlProps {
  readonly field: Field;
  /** The form version that gives its codes. */
  readonly form: FormVersion;
  readonly raw: Raw;
  readonly id: string;
  readonly label: string;
  readonly description: ReactNode;
  readonly invalid: boolean;
  readonly required: boolean;
  readonly aRemplir: boolean;
  readonly readOnly: boolean;
  readonly action?: ReactNode;
  readonly onType: (raw: Raw) => void;
  readonly onChoose: (raw: Raw) => void;
  readonly onFocus: () => void;
  readonly onLeave: () => void;
}
