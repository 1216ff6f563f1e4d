/** What `npm run dev` tells the two servers that it starts. Nothing of `main` reads it. */
const names = {
  staff: "CACTUS_DEV_STAFF",
  portal: "CACTUS_DEV_PORTAL",
  secret: "CACTUS_DEV_SECRET",
} as const;
type Name = keyof typeof names;

export const told = (name: Name): string => {
  const value = process.env[names[name]];
  if (!value) throw new Error(`${names[name]} is missing: start it with « npm run dev ».`);
  return value;
};
export const telling = (values: Record<Name, string>): NodeJS.ProcessEnv =>
  Object.fromEntries((Object.keys(names) as Name[]).map((name) => [names[name], values[name]]));
