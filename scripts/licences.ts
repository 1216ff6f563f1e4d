import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";

/** The packages whose code went into these bundles. */
export const bundled = (metafiles: readonly Metafile[]): readonly string[] => {
  const names = metafiles
    .flatMap(({ inputs }) => Object.keys(inputs))
    .flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
};

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type: string };
  readonly author?: string | { readonly name: string };
}

/** Name, version, licence and its text, for each package that is shipped: most licences ask for it. */
export const licences = (root: string, names: readonly string[]): string =>
  [...new Set(names)]
    .sort()
    .filter((name) => existsSync(join(root, "node_modules", name, "package.json")))
    .map((name) => {
      const folder = join(root, "node_modules", name);
      const { version, license, author } = JSON.parse(
        readFileSync(join(folder, "package.json"), "utf8"),
      ) as Manifest;
      const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)(\.|-|$)/i.test(one));
      const by = typeof author === "string" ? author : author?.name;
      const text = file ? readFileSync(join(folder, file), "utf8").trim() : (by ?? "");
      // A few packages name their licence in its text alone.
      const kind = typeof license === "string" ? license : (license?.type ?? text.split("\n")[0]);
      return `${name} ${version} (${kind})\n\n${text}\n`;
    })
    .join(`\n${"-".repeat(78)}\n\n`);
