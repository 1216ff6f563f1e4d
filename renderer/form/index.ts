/** Draws any entry tab from the schema, for both apps: they give a session, a port and who is in front. */

export { ChangesTable } from "./changes-table.tsx";
export { type FormExtras, useForm, useSession, useSessionState } from "./context.ts";
export { Article, Calcul, GraviteBadge, graviteLabels } from "./finding.tsx";
export { focusField, focusFieldSoon } from "./focus-field.ts";
export { FormExtrasProvider, FormProvider, useFormSession } from "./form-provider.tsx";
export { MissingList } from "./missing-list.tsx";
export type * from "./model.ts";
export { allProgress, type TabProgress, tabOfField, tabProgress } from "./progress.ts";
export { SaveIndicator } from "./save-indicator.tsx";
export { FormSession, type SessionState } from "./session.ts";
export { TabForm } from "./tab-form.tsx";
export { written } from "./written.ts";
