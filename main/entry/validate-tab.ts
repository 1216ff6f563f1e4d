import type { DossierVue } from "../../shared/api/models.ts";
import { sectionsOf, tabsOf } from "../../shared/dossier/index.ts";
import { type Onglet, ongletLabels } from "../../shared/dossier/kernel.ts";
import type { Actor, Deps, Tx } from "../deps.ts";
import { auditBy, fieldLabel } from "../dossier/change.ts";
import { liveForm } from "../dossier/form.ts";
import { type PreparedInvitation, prepareInvitation, recordInvitation } from "../dossier/invite.ts";
import { contextOf, judgeIn } from "../dossier/judge.ts";
import { assertAllowed, type Loaded, load } from "../dossier/load.ts";
import { viewOf } from "../dossier/view.ts";
import { impossible, incomplet } from "../errors.ts";

/** The address that Données de base wants invited and that is not yet (G6); undefined when nothing is to be sent. */
const companyToInvite = async (
  tx: Tx,
  { dossier }: Loaded,
): Promise<{ courriel: string; nom?: string } | undefined> => {
  const courriel = dossier.data.contactEntrepriseCourriel;
  if (typeof courriel !== "string" || courriel === "") return undefined;
  const invitations = await tx.invitations.ofDossier(dossier.id);
  const current = invitations.find((one) => one.qualite === "entreprise" && !one.annuleeLe);
  if (current?.courriel.toLowerCase() === courriel.toLowerCase()) return undefined;
  const nom = [dossier.data.contactEntreprisePrenom, dossier.data.contactEntrepriseNom]
    .filter(Boolean)
    .join(" ");
  return { courriel, ...(nom ? { nom } : {}) };
};

/** Everything that stops this tab: missing fields, refused values, blocking findings about this tab only. */
const obstacles = async (deps: Deps, tx: Tx, { dossier, formation }: Loaded, onglet: Onglet) => {
  const ctx = contextOf(dossier.data, formation, liveForm(dossier.data, deps.now()));
  const judgement = await judgeIn(tx, deps.now(), {
    data: dossier.data,
    formation,
    form: ctx.form,
    exceptId: dossier.id,
  });
  const tab = judgement.completude.onglets.find((candidate) => candidate.onglet === onglet);
  const here = new Set(sectionsOf(onglet, ctx).flatMap((section) => section.fields.map((field) => field.id)));
  return [
    ...(tab?.manquants ?? []).map((champ) => ({ champ, message: fieldLabel(champ, dossier.contrat) })),
    ...(tab?.invalides ?? []),
    ...judgement.constats
      .filter(
        (finding) =>
          finding.gravite === "bloquant" &&
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
      const contact = await deps.store.read(async (tx) => companyToInvite(tx, await load(tx, actor, id)));
      if (contact) prepared = await prepareInvitation(deps)(contact);
    }
    const view = await deps.store.write(async (tx) => {
      const loaded = await load(tx, actor, id);
      const { dossier, formation, facts } = loaded;
      assertAllowed(actor, onglet === "base" ? "validerBase" : "ecrire", facts);
      if (!tabsOf(contextOf(dossier.data, formation, liveForm(dossier.data, deps.now()))).includes(onglet))
        throw impossible(`L’onglet «\u00a0${ongletLabels[onglet]}\u00a0» n’existe pas pour ce dossier.`);
      if (onglet !== "base" && !dossier.baseValidee)
        throw impossible(
          "Validez d’abord l’onglet «\u00a0Données de base\u00a0»\u00a0: il ouvre les autres.",
        );
      const missing = await obstacles(deps, tx, loaded, onglet);
      if (missing.length > 0)
        throw incomplet(
          `Pour valider «\u00a0${ongletLabels[onglet]}\u00a0», complétez\u00a0: ${missing.map((m) => m.message).join("\u00a0; ")}.`,
          missing,
        );
      let after = dossier;
      if (onglet === "base" && !dossier.baseValidee) {
        after = await tx.dossiers.update(
          id,
          { baseValidee: true, ...(dossier.etat === "invite" ? { etat: "saisie" } : {}) },
          dossier.version,
        );
      }
      await tx.audit.record(
        auditBy(actor, {
          action: "dossier.onglet-valide",
          dossierId: id,
          phrase: `a validé l’onglet «\u00a0${ongletLabels[onglet]}\u00a0»`,
        }),
      );
      if (
        onglet === "base" &&
        prepared &&
        (await companyToInvite(tx, loaded))?.courriel === prepared.courriel
      )
        await recordInvitation(deps)(tx, actor, prepared, { qualite: "entreprise", dossier: after });
      return viewOf(deps, tx, actor, after);
    });
    deps.mailDue();
    return view;
  };
