import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** docs/electron.md has a row for every API of Electron that the host uses, and for no other. */
const root = join(import.meta.dirname, "..", "..");
const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");

const TYPES =
  "App BrowserWindow BaseWindow WebContents Session Dialog IpcMain IpcMainEvent Menu MenuItem MessagePortMain Notification PowerMonitor Protocol SafeStorage Screen Shell UtilityProcess WebFrameMain DownloadItem NavigationHistory CommandLine Dock NativeImage NativeTheme ContextBridge IpcRenderer IpcRendererEvent WebUtils WebFrame".split(
    " ",
  );

/** Names of Electron’s that the host’s sources use for something else. */
const OURS: Readonly<Record<string, string>> = {
  length: "arrays",
  delete: "maps",
  origin: "addresses",
  protocol: "addresses; the module is seen by its methods",
  pid: "process.pid",
  id: "displays and documents",
  error: "an event of electron-updater",
};

/** Members and events of Electron, from its own types. */
const electronNames = (): { members: Set<string>; events: Set<string>; modules: Set<string> } => {
  const types = read("node_modules", "electron", "electron.d.ts");
  const members = new Set<string>();
  const events = new Set<string>();
  for (const type of TYPES)
    for (const [, body = ""] of types.matchAll(
      new RegExp(`^  (?:class|interface) ${type}(?: extends [^{]+)? \\{([\\s\\S]*?)^  \\}`, "gm"),
    )) {
      for (const [, name = ""] of body.matchAll(
        /^ {4}(?:static |readonly |get |set )*([a-zA-Z]\w*)\??[(:<]/gm,
      ))
        members.add(name);
      for (const [, name = ""] of body.matchAll(/^ {4}on\(event: '([^']+)'/gm)) events.add(name);
    }
  for (const name of ["on", "once", "off", "addListener", "removeListener", "constructor"])
    members.delete(name);
  return {
    members,
    events,
    modules: new Set(["BrowserWindow", "MessageChannelMain", "Notification", "ipcMain", "powerMonitor"]),
  };
};

const sources = (): string[] =>
  [
    ...readdirSync(join(root, "main", "hosts", "electron"))
      .filter((name) => name.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(name))
      .map((name) => read("main", "hosts", "electron", name)),
    read("preload", "index.ts"),
  ].map((text) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ""));

const used = (): Set<string> => {
  const { members, events, modules } = electronNames();
  const found = new Set<string>();
  for (const text of sources()) {
    for (const [, name = ""] of text.matchAll(/\.(\w+)\b/g))
      if (members.has(name) && !Object.hasOwn(OURS, name)) found.add(name);
    for (const [, name = ""] of text.matchAll(/\.(?:on|once)\(\s*"([^"]+)"/g))
      if (events.has(name) && !Object.hasOwn(OURS, name)) found.add(name);
    for (const name of modules) if (new RegExp(`\\b${name}\\b`).test(text)) found.add(name);
  }
  return found;
};

interface Row {
  readonly names: readonly string[];
  readonly cells: readonly string[];
}
const rows = (): Row[] => {
  const [, table = ""] = read("docs", "electron.md").split("## API by API");
  return table
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((one) => one.trim()),
    )
    .map((cells) => ({
      cells,
      names: [...(cells[0] ?? "").matchAll(/`([^`]+)`/g)].map(
        ([, name = ""]) => name.split(".").at(-1) as string,
      ),
    }));
};

describe("docs/electron.md", () => {
  it("has a row for every API used, and no row for one that is not", () => {
    const documented = new Set(rows().flatMap(({ names }) => names));
    const names = used();
    expect(names.size).toBeGreaterThan(60);
    expect([...names].filter((name) => !documented.has(name))).toEqual([]);
    expect([...documented].filter((name) => !names.has(name))).toEqual([]);
  });
  it("says of each where it is documented, and how it was checked", () => {
    for (const { cells } of rows()) {
      expect(cells).toHaveLength(4);
      expect(cells[1], cells[0]).not.toBe("");
      expect(cells[2], cells[0]).toMatch(/docs\/|lib\/|shell\/|electron\/electron #/);
      expect(cells[3], cells[0]).toMatch(/^(Chromium|rule|not checked)/);
    }
  });
});
