import { always, type Field } from "../kernel.ts";
import { apprentissage, cases, check, lesDeux, section, text, zt } from "./kinds.ts";

const field = section({
  onglet: "contrat",
  section: "Attestation et signature",
  contrats: lesDeux,
  knownBy: "entreprise",
});

/** Foot of LA FORMATION. Signatures and the CFA’s visa are blank areas of the form, not fields. */
export const signatureFields: readonly Field[] = [
  field(
    "attestationPieces",
    "L’employeur atteste disposer de l’ensemble des pièces justificatives nécessaires au dépôt du contrat",
    check(),
    { contrats: apprentissage, required: always, box: { "10103*14": cases({ true: "8" }) } },
  ),
  field("faitA", "Fait à", text(60), {
    required: always,
    help: "La commune où le contrat est signé.",
    box: { "10103*14": zt("8_90"), "12434*05": zt("8_56") },
  }),
];
