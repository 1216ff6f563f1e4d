/**
 * Changes with the rules and the schema they read: a judgement made under another version is made again.
 * Written by `npm run rules:version`, never by hand; version.lock.json holds the sources it stands for.
 */
export const RULES_VERSION = 4;
