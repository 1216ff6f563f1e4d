import { Alert, Fieldset } from "@mantine/core";
import type { ReactNode } from "react";
import type { Procedure } from "../../../shared/catalogues/rights.ts";
import { useMay } from "./use-may.ts";

/** A form that whoever may not save it only reads. */
export const Editable = ({
  by,
  notice,
  children,
}: {
  by: Procedure;
  notice: string;
  children: ReactNode;
}) => {
  const mayWrite = useMay(by);
  return (
    <>
      {mayWrite ? null : (
        <Alert color="blue" mb="md">
          {notice}
        </Alert>
      )}
      <Fieldset variant="unstyled" disabled={!mayWrite}>
        {children}
      </Fieldset>
    </>
  );
};
