import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deskParts, takeDesk } from "./screens/guide-desk.ts";
import { takeFirstDay } from "./screens/guide-first-day.ts";

/**
 * `npm run guide:images`: every image of docs/guide, from a first start and from the demonstration, at a fixed time.
 * `npm run guide:images -- courriels aide` takes only these parts (`premier-jour`, and those of `guide-desk.ts`).
 */
const folder = join(fileURLToPath(new URL("..", import.meta.url)), "docs", "guide", "images");
const time = "2026-11-24T08:40:00Z";
const known = ["premier-jour", ...deskParts] as const;
const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !(known as readonly string[]).includes(part));
if (unknown.length > 0) {
  process.stderr.write(`Unknown: ${unknown.join(", ")}. Parts: ${known.join(", ")}.\n`);
  process.exit(2);
}
const wanted = (part: string): boolean => asked.length === 0 || asked.includes(part);

if (wanted("premier-jour")) await takeFirstDay(folder, time);
const parts = deskParts.filter(wanted);
if (parts.length > 0) await takeDesk(folder, time, parts);
