import type { Box, Contrat, Field } from "../kernel.ts";
import { always } from "../kernel.ts";
import { type Annee, anneeOrdinale, siAnnee, siSeuilAge } from "./conditions.ts";
import { apprentissage, choice, date, integer, section, zt, ztDate } from "./kinds.ts";

const sectionOf = (annee: Annee): string => `Rémunération : ${anneeOrdinale(annee)} année`;

/** The section where the legal minimum is offered: the pay grid of one contract, the salary of the other. */
export const sectionRemunerationMinimale = {
  apprentissage: sectionOf(1),
  professionnalisation: "Salaire et avantages",
} as const satisfies Readonly<Record<Contrat, string>>;

interface Row {
  readonly annee: Annee;
  readonly periode: 1 | 2;
  readonly du: Box;
  readonly au: Box;
  readonly pourcentage: Box;
  readonly base: Box;
}

const rows: readonly Row[] = [
  {
    annee: 1,
    periode: 1,
    du: ztDate("21_81", "21_82", "21_83"),
    au: ztDate("21_84", "21_85", "21_86"),
    pourcentage: zt("8_95"),
    base: zt("8_96"),
  },
  {
    annee: 1,
    periode: 2,
    du: ztDate("21_87", "21_88", "21_89"),
    au: ztDate("21_90", "21_91", "21_92"),
    pourcentage: zt("8_97"),
    base: zt("8_98"),
  },
  {
    annee: 2,
    periode: 1,
    du: ztDate("21_37", "21_38", "21_39"),
    au: ztDate("21_40", "21_41", "21_42"),
    pourcentage: zt("8_56"),
    base: zt("8_57"),
  },
  {
    annee: 2,
    periode: 2,
    du: ztDate("21_43", "21_44", "21_45"),
    au: ztDate("21_46", "21_47", "21_48"),
    pourcentage: zt("8_58"),
    base: zt("8_59"),
  },
  {
    annee: 3,
    periode: 1,
    du: ztDate("21_49", "21_50", "21_51"),
    au: ztDate("21_52", "21_53", "21_54"),
    pourcentage: zt("8_60"),
    base: zt("8_61"),
  },
  {
    annee: 3,
    periode: 2,
    du: ztDate("21_55", "21_56", "21_57"),
    au: ztDate("21_58", "21_59", "21_60"),
    pourcentage: zt("8_62"),
    base: zt("8_63"),
  },
  {
    annee: 4,
    periode: 1,
    du: ztDate("21_61", "21_62", "21_63"),
    au: ztDate("21_64", "21_65", "21_66"),
    pourcentage: zt("8_64"),
    base: zt("8_65"),
  },
  {
    annee: 4,
    periode: 2,
    du: ztDate("21_67", "21_68", "21_69"),
    au: ztDate("21_70", "21_71", "21_72"),
    pourcentage: zt("8_66"),
    base: zt("8_67"),
  },
];

const helpBase = "SMIC, ou SMC (salaire minimum conventionnel) s’il est plus favorable, à partir de 21 ans.";

const fieldsOfRow = ({ annee, periode, du, au, pourcentage, base }: Row): readonly Field[] => {
  const field = section({
    onglet: "contrat",
    section: sectionOf(annee),
    contrats: apprentissage,
    knownBy: "entreprise",
    shown: siAnnee(annee),
  });
  const id = `remunerationA${annee}P${periode}`;
  const required = periode === 2 ? siSeuilAge(annee) : annee === 1 ? always : siAnnee(annee);
  const rang = periode === 1 ? "1re période" : "2e période";
  const of = (box: Box) => ({ required, source: "D6222-26, D6222-31", box: { "10103*14": box } });
  return [
    field(`${id}Du`, `${rang}, du`, date(), of(du)),
    field(`${id}Au`, `${rang}, au`, date(), of(au)),
    field(`${id}Pourcentage`, `${rang}, pourcentage`, integer(0, 300, "%"), of(pourcentage)),
    field(`${id}Base`, `${rang}, base du pourcentage`, choice("baseRemuneration"), {
      ...of(base),
      help: helpBase,
    }),
  ];
};

/** The pay grid of 10103*14: 4 years of execution × 2 periods. */
export const remunerationFields: readonly Field[] = rows.flatMap(fieldsOfRow);
