import { globSync, readFileSync } from "node:fs";
import { parseAst } from "vite";

/** As it is read on screen: entities by their character, any blank by a space, no mark at either end. */
export const asRead = (text: string): string =>
  text
    .replaceAll("&nbsp;", " ")
    .replaceAll("&#8239;", " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s:;,.(«]+|[\s:;,.(…»]+$/gu, "");

const words = (node: unknown, found: Set<string>): void => {
  if (Array.isArray(node)) for (const one of node) words(one, found);
  else if (node && typeof node === "object") {
    const { type, value } = node as { type?: string; value?: unknown };
    if ((type === "Literal" || type === "JSXText") && typeof value === "string") found.add(asRead(value));
    if (type === "TemplateElement") found.add(asRead(String((value as { cooked?: string }).cooked ?? "")));
    for (const child of Object.values(node)) words(child, found);
  }
};

/** Every text that the sources of the screens, of the catalogues and of the server may show, whole; nomenclatures too. */
export const screenWords = (root: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const files = globSync("{renderer,shared,main}/**/*.{ts,tsx}", { cwd: root }).filter(
    (path) => !/\.(test|fixture)\.|^main\/demo\/|aide\/sommaire/.test(path),
  );
  for (const path of files)
    words(
      parseAst(readFileSync(`${root}/${path}`, "utf8"), { lang: path.endsWith("x") ? "tsx" : "ts" }),
      found,
    );
  const labels = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(labels);
    else if (node && typeof node === "object")
      for (const [key, value] of Object.entries(node))
        if (key === "label" && typeof value === "string") found.add(asRead(value));
        else labels(value);
  };
  for (const path of globSync("shared/**/*.json", { cwd: root }))
    labels(JSON.parse(readFileSync(`${root}/${path}`, "utf8")));
  return found;
};
