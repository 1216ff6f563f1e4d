import { Alert, Anchor, List, Text } from "@mantine/core";
import { fieldById, labelOf } from "../../shared/dossier/index.ts";
import { ongletLabels } from "../../shared/dossier/kernel.ts";
import { useSession } from "../form/index.ts";
import { useDossier } from "./context.ts";
import { missingBeforeRequest } from "./missing.ts";

const FieldLink = ({ champ, children }: { champ: string; children: string }) => {
  const { goTo } = useDossier();
  return (
    <Anchor component="button" type="button" size="sm" onClick={() => goTo(champ)}>
      {children}
    </Anchor>
  );
};

/** What is missing before the request: each a link to its field. */
export const Missing = () => {
  const { session, vue } = useDossier();
  const left = missingBeforeRequest(useSession(session));
  if (left.length === 0) return null;
  return (
    <Alert color="gray" title="Ce qui manque avant de demander la validation">
      <List size="sm" spacing={4} listStyleType="none">
        {left.map(({ onglet, champs, bloquants }) => (
          <List.Item key={onglet ?? "autres"}>
            <Text span fw={600} size="sm">
              {onglet ? ongletLabels[onglet] : "Autres contrôles"}
              {"\u00a0"}:{" "}
            </Text>
            {champs.map((champ, index) => (
              <span key={champ}>
                {index > 0 ? ", " : ""}
                <FieldLink champ={champ}>{labelOf(fieldById(champ), vue.contrat)}</FieldLink>
              </span>
            ))}
            {bloquants.map(({ regle, message, champs: [champ] }) => (
              <Text key={regle + (champ ?? "")} size="sm">
                {message} {champ ? <FieldLink champ={champ}>Corriger</FieldLink> : null}
              </Text>
            ))}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
};
