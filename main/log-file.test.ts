import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { logFolder, openLog, rotatingFile } from "./log-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cactus-log-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});
const small = { maxBytes: 100, maxDays: 7, files: 3 };
const read = (name: string): string => readFileSync(join(folder, name), "utf8");

describe("the file of a host", () => {
  it("holds one JSON line an event, for its owner alone", () => {
    openLog(folder, "node", () => new Date("2026-08-20T09:00:00.000Z")).say("sauvegarde", { ms: 12.4 });
    const path = join(logFolder(folder), "cactus-node.log");
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({
      niveau: "info",
      le: "2026-08-20T09:00:00.000Z",
      hote: "node",
      pid: process.pid,
      evenement: "sauvegarde",
      ms: 12,
    });
    if (process.platform !== "win32") {
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(statSync(logFolder(folder)).mode & 0o777).toBe(0o700);
    }
  });

  it("moves aside by size, and keeps a bounded number", () => {
    const write = rotatingFile(folder, "a", () => new Date(), small);
    for (let n = 1; n <= 9; n++) write(`${n}`.repeat(60).concat("\n"));
    expect(readdirSync(folder).sort()).toEqual(["a.1.log", "a.2.log", "a.log"]);
    expect([read("a.log"), read("a.1.log"), read("a.2.log")].map((text) => text[0])).toEqual(["9", "8", "7"]);
  });

  it("moves aside by age, that of its first line, across starts", () => {
    const day = (n: number) => () => new Date(Date.UTC(2026, 7, n));
    const line = (n: number) => `{"le":"${day(n)().toISOString()}"}\n`;
    rotatingFile(folder, "a", day(1), small)(line(1));
    rotatingFile(folder, "a", day(7), small)(line(7));
    expect(readdirSync(folder)).toEqual(["a.log"]);
    rotatingFile(folder, "a", day(9), small)(line(9));
    expect(read("a.1.log")).toBe(line(1) + line(7));
    expect(read("a.log")).toBe(line(9));
  });

  it("that cannot be written stops nothing: the line goes to stderr, and the next one tries again", () => {
    const said: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
    const place = join(folder, "journaux");
    writeFileSync(place, "a file where a folder should be");
    const write = rotatingFile(place, "a");
    write("one\n");
    expect(said).toEqual(["one\n"]);
    rmSync(place);
    mkdirSync(place);
    write("two\n");
    expect(readFileSync(join(place, "a.log"), "utf8")).toBe("two\n");
  });
});
