import { displaySiret } from "../../shared/dossier/formats/index.ts";
import { itemOf } from "../../shared/dossier/nomenclatures/index.ts";
import type { Pdf } from "./page.ts";
import { footers, makePdf, seal } from "./page.ts";
import {
  addressOf,
  bullets,
  cfaAddress,
  day,
  euros,
  facts,
  heading,
  letterhead,
  need,
  paragraph,
  signatures,
  table,
  title,
  value,
} from "./text.ts";
import type { DocumentInput } from "./types.ts";

const isPro = (input: DocumentInput): boolean => input.contrat === "professionnalisation";

const person = (input: DocumentInput): string =>
  [value(input, "apprentiPrenom"), value(input, "apprentiNomNaissance")].filter(Boolean).join(" ");

const parties = (pdf: Pdf, input: DocumentInput): void => {
  const { cfa, data } = input;
  heading(pdf, "1. Les parties");
  paragraph(
    pdf,
    isPro(input)
      ? "Entre l’organisme de formation\u00a0:"
      : "Entre le centre de formation d’apprentis (CFA)\u00a0:",
  );
  facts(pdf, [
    ["Dénomination", cfa.denomination],
    ["SIRET", displaySiret(cfa.siret)],
    ["UAI", cfa.uai],
    ["N° de déclaration d’activité", cfa.numeroDeclaration ?? ""],
    ["Adresse", cfaAddress(cfa)],
    ["Représenté par", cfa.representant ?? ""],
  ]);
  paragraph(pdf, "et l’employeur\u00a0:");
  facts(pdf, [
    ["Dénomination", value(input, "employeurDenomination")],
    ["SIRET", value(input, "employeurSiret")],
    ["Adresse", addressOf(data, "employeur")],
    ["Code APE", value(input, "employeurCodeApe")],
    ["Convention collective (IDCC)", value(input, "employeurIdcc")],
    ["OPCO", value(input, "opco")],
    [
      "Contact",
      [value(input, "contactEntreprisePrenom"), value(input, "contactEntrepriseNom")]
        .filter(Boolean)
        .join(" "),
    ],
  ]);
  paragraph(
    pdf,
    isPro(input) ? "pour la formation du salarié\u00a0:" : "pour la formation de l’apprenti(e)\u00a0:",
  );
  facts(pdf, [
    ["Nom de naissance", value(input, "apprentiNomNaissance")],
    ["Nom d’usage", value(input, "apprentiNomUsage")],
    ["Prénom", value(input, "apprentiPrenom")],
    ["Date de naissance", value(input, "apprentiDateNaissance")],
    [
      isPro(input) ? "Tuteur" : "Maître d’apprentissage",
      [
        value(input, isPro(input) ? "tuteurPrenom" : "maitre1Prenom"),
        value(input, isPro(input) ? "tuteurNom" : "maitre1Nom"),
      ]
        .filter(Boolean)
        .join(" "),
    ],
  ]);
};

const training = (pdf: Pdf, input: DocumentInput): void => {
  const { data, formation } = input;
  heading(pdf, "2. Objet, certification et contenu");
  facts(pdf, [
    ["Intitulé de l’action", formation.titre],
    ["Certification visée", value(input, "intituleDiplomeVise") || formation.intituleDiplome],
    [
      "Diplôme",
      itemOf(
        isPro(input) ? "diplomeProfessionnalisation" : "diplomeApprentissage",
        String(data[isPro(input) ? "diplomeVisePro" : "diplomeVise"] ?? formation.diplome),
        input.form,
      )?.label ?? "",
    ],
    ["Niveau", String(formation.niveau)],
    ["Code RNCP", value(input, "codeRncp") || formation.rncp],
    ["Code diplôme", isPro(input) ? "" : value(input, "codeDiplome") || formation.codeDiplome],
  ]);
  paragraph(
    pdf,
    `L’action a pour objectif l’obtention de la certification ci-dessus. ${formation.programme?.objectifs ?? ""} Son contenu détaillé figure au programme annexé à la présente convention.`.replace(
      "  ",
      " ",
    ),
  );
  heading(pdf, "3. Durée, période et lieu de réalisation");
  facts(pdf, [
    ["Contrat", `du ${value(input, "dateDebutExecution")} au ${value(input, "dateFinContrat")}`],
    [
      "Formation",
      `du ${day(String(data.dateDebutFormationCfa ?? formation.dateDebut))} au ${day(formation.dateFin)}`,
    ],
    ["Fin prévue des épreuves", value(input, "dateFinEpreuves") || day(formation.dateFinEpreuves)],
    [
      "Durée de la formation",
      `${data.dureeFormationHeures ?? data.dureeTotaleHeures ?? formation.heures}\u00a0heures, dont ${data.dureeDistanceHeures ?? formation.heuresDistance}\u00a0à distance`,
    ],
    [
      "Lieu principal",
      formation.lieu.estCfa
        ? `${input.cfa.denomination}, ${cfaAddress(input.cfa)}`
        : (formation.lieu.denomination ?? ""),
    ],
    ["Responsable de la formation", formation.responsable.nom],
  ]);
  paragraph(pdf, "Le rythme de l’alternance figure au calendrier annexé à la présente convention.");
};

const course = (pdf: Pdf, input: DocumentInput): void => {
  const { programme } = input.formation;
  heading(pdf, "4. Moyens, déroulement, suivi et sanction");
  bullets(pdf, [
    programme?.modalites ?? "Moyens pédagogiques et techniques\u00a0: ceux décrits au programme annexé.",
    "Suivi de l’exécution\u00a0: émargement par demi-journée, relevés de connexion pour les heures à distance, livret de liaison et visites en entreprise.",
    `Évaluation et sanction\u00a0: ${programme?.evaluation ?? "épreuves prévues par le référentiel de la certification\u00a0; un certificat de réalisation est délivré."}`,
    programme?.accessibilite ??
      "Le référent handicap et le référent mobilité du CFA sont à la disposition de l’apprenti et de l’employeur.",
  ]);
};

const money = (pdf: Pdf, input: DocumentInput): void => {
  const { economie, data } = input;
  if (!economie) return;
  const { annees } = economie;
  need(pdf, 150);
  heading(pdf, "5. Prix, prise en charge et modalités de règlement");
  const total = (pick: (year: (typeof annees)[number]) => number): string =>
    euros(annees.reduce((sum, year) => sum + pick(year), 0));
  table(
    pdf,
    [
      { titre: "Année d’exécution", largeur: 1.1 },
      { titre: "Prix de la formation", largeur: 1.3, align: "right" },
      { titre: "NPEC annuel", largeur: 1.2, align: "right" },
      { titre: "Prise en charge OPCO", largeur: 1.4, align: "right" },
      { titre: "Participation employeur", largeur: 1.4, align: "right" },
      { titre: "Frais annexes", largeur: 1.1, align: "right" },
      { titre: "Reste à charge", largeur: 1.2, align: "right" },
    ],
    [
      ...economie.annees.map((year) => [
        `${year.annee}${year.annee === 1 ? "re" : "e"} année`,
        euros(year.coutCentimes),
        euros(year.npecCentimes),
        euros(year.priseEnChargeCentimes),
        euros(year.participationCentimes),
        euros(year.fraisAnnexesCentimes),
        euros(year.resteAChargeCentimes),
      ]),
      [
        "Total",
        total((y) => y.coutCentimes),
        "",
        total((y) => y.priseEnChargeCentimes),
        total((y) => y.participationCentimes),
        total((y) => y.fraisAnnexesCentimes),
        total((y) => y.resteAChargeCentimes),
      ],
    ],
    true,
  );
  const participation = economie.annees.reduce((sum, year) => sum + year.participationCentimes, 0);
  bullets(pdf, [
    "Les montants s’entendent nets de taxe. Aucune somme n’est demandée à l’apprenti(e) ou au salarié.",
    "La prise en charge est facturée par le CFA à l’opérateur de compétences, selon l’échéancier réglementaire.",
    ...(participation > 0
      ? [
          `La participation obligatoire de l’employeur (${euros(participation)}, article L6332-14) est facturée par le CFA après la période probatoire.`,
        ]
      : []),
    "Le reste à charge éventuel est facturé par le CFA à l’employeur, à terme échu pour chaque année d’exécution.",
    ...(economie.majorationRqthCentimes
      ? [`Majoration pour travailleur handicapé\u00a0: ${euros(economie.majorationRqthCentimes)}.`]
      : []),
    ...(economie.remarque ? [economie.remarque] : []),
  ]);
  heading(pdf, "6. Frais annexes");
  const frais = economie.frais ?? { nuitees: 0, repas: 0, premierEquipementCentimes: 0, mobiliteCentimes: 0 };
  facts(pdf, [
    ["Nuitées prévues", String(frais.nuitees)],
    ["Repas prévus", String(frais.repas)],
    ["Premier équipement", euros(frais.premierEquipementCentimes)],
    ["Mobilité", euros(frais.mobiliteCentimes)],
  ]);
  heading(pdf, "7. Mandat de dépôt");
  paragraph(
    pdf,
    data.mandatDepotCfa === "oui"
      ? "L’employeur donne mandat au CFA pour déposer en son nom le contrat et ses pièces auprès de l’organisme chargé du dépôt."
      : "L’employeur dépose lui-même le contrat et ses pièces auprès de l’organisme chargé du dépôt.",
  );
};

const end = (pdf: Pdf, input: DocumentInput): void => {
  const { economie } = input;
  heading(pdf, "8. Rupture, litiges et signatures");
  paragraph(
    pdf,
    "La rupture du contrat est notifiée sans délai au CFA et à l’organisme chargé du dépôt. Elle met fin à la présente convention\u00a0; les sommes dues sont calculées au prorata de l’exécution. Les parties recherchent un règlement amiable de tout différend avant de saisir la juridiction compétente.",
  );
  if (economie?.valideLe && economie.validePar)
    paragraph(
      pdf,
      `Éléments économiques validés par le CFA le ${day(economie.valideLe)} (${economie.validePar}).`,
    );
  paragraph(
    pdf,
    `Fait en deux exemplaires, à ${value(input, "faitA") || input.cfa.adresse.commune}, le ………………………………`,
  );
  signatures(pdf, [
    "Pour l’employeur (nom, qualité, cachet et signature)",
    isPro(input)
      ? "Pour l’organisme de formation (nom, qualité, cachet et signature)"
      : "Pour le CFA (nom, qualité, cachet et signature)",
  ]);
};

/** Convention de formation: the content of L6353-1 and D6353-1, with the economic elements as the CFA validated them (G22). */
export const drawConvention = (input: DocumentInput): Promise<Uint8Array> => {
  const name = isPro(input)
    ? "Convention de formation professionnelle"
    : "Convention de formation par apprentissage";
  return makePdf(
    {
      titre: `${name} – ${person(input)}`,
      sujet: seal(input.reference, input.empreinte),
      le: input.economie?.valideLe ?? input.figeLe,
    },
    (pdf) => {
      letterhead(pdf, input);
      title(
        pdf,
        name,
        isPro(input)
          ? "Articles L6353-1, D6353-1, D6325-11 et D6325-12 du code du travail – contrat de professionnalisation"
          : "Articles L6353-1 et D6353-1 du code du travail",
      );
      parties(pdf, input);
      training(pdf, input);
      course(pdf, input);
      money(pdf, input);
      end(pdf, input);
      footers(pdf, seal(input.reference, input.empreinte));
    },
  );
};
