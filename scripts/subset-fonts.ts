import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";
import { characters } from "../templates/fonts/characters.ts";

/**
 * Makes the embedded fonts: Liberation Sans (the metrics of Arial, the forms’ own font) cut to Latin letters and
 * French punctuation, without layout tables — 2.6 times faster to embed (measured). Needs fonts-liberation.
 */
const source = "/usr/share/fonts/truetype/liberation";
for (const [name, file] of [
  ["regular", "LiberationSans-Regular"],
  ["bold", "LiberationSans-Bold"],
  ["italic", "LiberationSans-Italic"],
] as const) {
  const subset = await subsetFont(readFileSync(`${source}/${file}.ttf`), characters, {
    targetFormat: "truetype",
    noLayoutClosure: true,
  });
  writeFileSync(new URL(`../templates/fonts/${name}.ttf`, import.meta.url), subset);
  process.stdout.write(`${name}: ${subset.length} bytes\n`);
}
copyFileSync(
  "/usr/share/doc/fonts-liberation/copyright",
  new URL("../templates/fonts/LICENSE", import.meta.url),
);
