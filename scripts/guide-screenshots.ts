import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { takeDesk } from "./screens/guide-desk.ts";
import { takeFirstDay } from "./screens/guide-first-day.ts";

/** `npm run guide:images`: every image of docs/guide, from the demonstration and from a first start, at a fixed time. */
const folder = join(fileURLToPath(new URL("..", import.meta.url)), "docs", "guide", "images");
const time = "2026-11-24T08:40:00Z";
await takeFirstDay(folder, time);
await takeDesk(folder, time);
