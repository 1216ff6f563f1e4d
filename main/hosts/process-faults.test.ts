import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const NIR = "2 05 01 75 012 345 67";
const here = import.meta.dirname;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cactus-process-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process of its own that watches itself, then fails as told; its standard input is the script. */
const run = async (script: string): Promise<{ code: number | null; said: string; log: string }> => {
  const child = spawn(process.execPath, ["--input-type=module", "-"], { stdio: "pipe" });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  child.stdin.end(
    `import { openLog } from ${JSON.stringify(join(here, "../log-file.ts"))};
     import { sayAndExit, watchProcess } from ${JSON.stringify(join(here, "process-faults.ts"))};
     watchProcess(openLog(${JSON.stringify(folder)}, "node"), sayAndExit);
     ${script}`,
  );
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, said, log: readFileSync(join(folder, "journaux", "cactus-node.log"), "utf8") };
};

describe("a process of ours", () => {
  it("that nobody can save says a sentence and a reference, and ends with a code", async () => {
    const { code, said, log } = await run(
      `setTimeout(() => { throw new RangeError(${JSON.stringify(NIR)}); });`,
    );
    expect(code).toBe(1);
    const reference = /^Cactus s’est arrêté sur une erreur inattendue\. Référence (\S+)\.\n$/.exec(said)?.[1];
    const lines = log
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { evenement: "erreur", lieu: "processus", type: "RangeError", reference },
      { evenement: "arret", cause: "erreur" },
    ]);
    expect(said + log).not.toContain(NIR);
  });

  it("goes on after a promise that nobody awaited, which is kept", async () => {
    const { code, said, log } = await run(
      `Promise.reject(new Error(${JSON.stringify(NIR)})); setTimeout(() => console.log("encore là"), 20);`,
    );
    expect({ code, said }).toEqual({ code: 0, said: "encore là\n" });
    expect(JSON.parse(log)).toMatchObject({ evenement: "erreur", lieu: "promesse", type: "Error" });
    expect(log).not.toContain(NIR);
  });
});
