export {
  isStaff,
  type PortalQualite,
  portalQualites,
  qualiteLabels,
  type Role,
  type StaffRole,
  staffRoleLabels,
  staffRoles,
} from "../catalogues/roles.ts";
export * from "./documents.ts";
export * from "./facts.ts";
export * from "./next-step.ts";
export * from "./states.ts";
export * from "./transitions.ts";
