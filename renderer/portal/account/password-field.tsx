import { PasswordInput } from "@mantine/core";
import type { ComponentProps } from "react";

/** The rule is said before anything is typed; pasting is allowed, showing is a click. */
export const NewPassword = (props: ComponentProps<typeof PasswordInput>) => (
  <PasswordInput
    autoComplete="new-password"
    description="Au moins 15 caractères&nbsp;: une phrase facile à retenir convient très bien. Aucun caractère particulier n’est exigé."
    required
    visibilityToggleButtonProps={{ "aria-label": "Afficher le mot de passe" }}
    {...props}
  />
);
