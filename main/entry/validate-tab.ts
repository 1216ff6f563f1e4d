import type { DossierVue } from "../../shared/api/models.ts";
import { sectionsOf, tabsOf } from "../../shared/dossier/index.ts";
import { type Onglet, ongletLabels } from "../../shared/dossier/kernel.ts";
import { isBlocking } from "../../shared/rules/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { fieldLabel } from "../dossier/change.ts";
import { type PreparedInvitation, prepareInvitation, recordInvitation } from "../dossier/invite.ts";
import { type OpenDossier, open } from "../dossier/open.ts";
import { impossible, incomplet } from "../errors.ts";

/** The address that Données de base wants invited and that is not yet (G6); undefined when nothing is to be sent. */
const companyToInvite = async (
  opened: OpenDossier,
): Promise<{ courriel: string; nom?: string } | undefined> => {
  const { contactEntrepriseCourriel: courriel, contactEntreprisePrenom, contactEntrepriseNom } = opened.data;
  if (typeof courriel !== "string" || courriel === "") return undefined;
  const current = (await opened.invitations()).find((one) => one.qualite === "entreprise" && !one.annuleeLe);
  if (current?.courriel.toLowerCase() === courriel.toLowerCase()) return undefined;
  const nom = [contactEntreprisePrenom, contactEntrepriseNom].filter(Boolean).join(" ");
  return { courriel, ...(nom ? { nom } : {}) };
};

/** Everything that stops this tab: missing fields, refused values, blocking findings about this tab only. */
const obstacles = ({ context, judgement, dossier }: OpenDossier, onglet: Onglet) => {
  const tab = judgement.completude.onglets.find((candidate) => candidate.onglet === onglet);
  const here = new Set(
    sectionsOf(onglet, context).flatMap((section) => section.fields.map((field) => field.id)),
  );
  return [
    ...(tab?.manquants ?? []).map((champ) => ({ champ, message: fieldLabel(champ, dossier.contrat) })),
    ...(tab?.invalides ?? []),
    ...judgement.constats
      .filter(
        (finding) =>
          isBlocking(finding) &&
          finding.champs.length > 0 &&
          finding.champs.every((champ) => here.has(champ)),
      )
      .map((finding) => ({ champ: finding.champs[0] ?? "", message: finding.message })),
  ];
};

/**
 * G8: « Valider » of a tab refuses by naming what is missing. On Données de base it opens the other tabs (G13) and
 * invites the company contact, once per address (G6).
 */
export const validateTab =
  (deps: Deps) =>
  async (actor: Actor, id: string, onglet: Onglet): Promise<DossierVue> => {
    // The generated password is hashed before the transaction: nothing slow is awaited inside it.
    let prepared: PreparedInvitation | undefined;
    if (onglet === "base") {
      const contact = await deps.store.read(async (tx) => companyToInvite(await open(deps, tx, actor, id)));
      if (contact) prepared = await prepareInvitation(deps)(contact);
    }
    const view = await deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      const { dossier } = opened;
      opened.assert(onglet === "base" ? "validerBase" : "ecrire");
      if (!tabsOf(opened.context).includes(onglet))
        throw impossible(`L’onglet «\u00a0${ongletLabels[onglet]}\u00a0» n’existe pas pour ce dossier.`);
      if (onglet !== "base" && !dossier.baseValidee)
        throw impossible(
          "Validez d’abord l’onglet «\u00a0Données de base\u00a0»\u00a0: il ouvre les autres.",
        );
      const missing = obstacles(opened, onglet);
      if (missing.length > 0)
        throw incomplet(
          `Pour valider «\u00a0${ongletLabels[onglet]}\u00a0», complétez\u00a0: ${missing.map((m) => m.message).join("\u00a0; ")}.`,
          missing,
        );
      const after =
        onglet === "base" && !dossier.baseValidee
          ? await opened.move({ baseValidee: true, ...(dossier.etat === "invite" ? { etat: "saisie" } : {}) })
          : opened;
      await after.record("dossier.onglet-valide", `a validé l’onglet «\u00a0${ongletLabels[onglet]}\u00a0»`);
      if (prepared && (await companyToInvite(after))?.courriel === prepared.courriel) {
        await recordInvitation(deps)(tx, actor, prepared, { qualite: "entreprise", dossier: after.dossier });
        after.invitationsMoved();
      }
      return after.view();
    });
    deps.mailDue();
    return view;
  };
