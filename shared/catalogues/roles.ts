/**
 * Who acts in Cactus, and the groups rights are given to. A new role is one line here; until every group below says
 * whether it holds it, nothing compiles.
 */

/** Staff of the CFA, on the desktop application. */
export const staffRoleLabels = {
  administrateur: "Administrateur",
  conseiller: "Conseiller CFA",
  secretaire: "Secrétaire de formation",
  exporteur: "Chargé d’export",
} as const;
export type StaffRole = keyof typeof staffRoleLabels;
export const staffRoles = Object.keys(staffRoleLabels) as [StaffRole, ...StaffRole[]];

/** What a portal person is to one dossier; the same person may be one thing here and another there. */
export const qualiteLabels = {
  alternant: "Alternant",
  entreprise: "Entreprise",
  formation: "Formation",
} as const;
export type PortalQualite = keyof typeof qualiteLabels;
export const portalQualites = Object.keys(qualiteLabels) as [PortalQualite, ...PortalQualite[]];

export type Role = StaffRole | PortalQualite;
export const roles: [Role, ...Role[]] = [...staffRoles, ...portalQualites];
export const isStaff = (role: string): role is StaffRole => Object.hasOwn(staffRoleLabels, role);

/** The kind of person the schema’s field rights know: every staff role writes as the CFA. */
export const whoOf = (role: Role): PortalQualite | "cfa" => (isStaff(role) ? "cfa" : role);

/** Who may, role by role: an allow-list in which nobody is forgotten. */
export type Roles = Readonly<Record<Role, boolean>>;

const noStaff: Readonly<Record<StaffRole, false>> = {
  administrateur: false,
  conseiller: false,
  secretaire: false,
  exporteur: false,
};
const noParty: Readonly<Record<PortalQualite, false>> = {
  alternant: false,
  entreprise: false,
  formation: false,
};

/** Settings, accounts, integrity. */
export const administration: Roles = { ...noStaff, ...noParty, administrateur: true };
/** The CFA’s own decisions: economics, reopening. */
export const office: Roles = { ...administration, conseiller: true };
/** The dossiers’ daily work. */
export const desk: Roles = { ...office, secretaire: true };
/** Whose whole work is packs for the OPCO. */
export const exporteur: Roles = { ...noStaff, ...noParty, exporteur: true };
/** Packs for the OPCO. */
export const exporters: Roles = { ...office, exporteur: true };
/** Whoever sits at a workstation of the CFA. */
export const staff: Roles = {
  administrateur: true,
  conseiller: true,
  secretaire: true,
  exporteur: true,
  ...noParty,
};
export const alternant: Roles = { ...noStaff, ...noParty, alternant: true };
/** The parties of the contract. */
export const parties: Roles = { ...alternant, entreprise: true };
/** The head of the formation. */
export const head: Roles = { ...noStaff, ...noParty, formation: true };
/** Everybody on the portal. */
export const portal: Roles = { ...parties, formation: true };

/** The roles that any of these groups hold. */
export const anyOf = (...groups: readonly Roles[]): Roles =>
  Object.fromEntries(roles.map((role) => [role, groups.some((group) => group[role])])) as Roles;
export const everybody: Roles = anyOf(staff, portal);
