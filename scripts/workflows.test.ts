import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

/** What GitHub would run, as far as it can be judged from here: it is never run on this machine. */
interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly "runs-on": string;
  readonly "timeout-minutes"?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly include: readonly Readonly<Record<string, string>>[] } };
  readonly environment?: string;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string; readonly "cancel-in-progress": boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = join(import.meta.dirname, "..");
const folder = join(root, ".github", "workflows");
const files = readdirSync(folder);
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};
const manual = readFileSync(join(root, "docs", "deploiement.md"), "utf8");

it("checks each change, and publishes versions", () => {
  expect(files).toEqual(["check.yml", "release.yml"]);
});

describe.each(files)("%s", (file) => {
  const text = readFileSync(join(folder, file), "utf8");
  const workflow = parse(text, { uniqueKeys: true, strict: true }) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  it("may read, and no more; only what publishes may write", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    for (const [name, job] of jobs)
      expect(job.permissions ?? {}).toEqual(name === "publish" ? { contents: "write" } : {});
    for (const step of steps.filter(({ uses }) => uses?.startsWith("actions/checkout@")))
      expect(step.with?.["persist-credentials"]).toBe(false);
  });

  it("uses GitHub’s own actions alone, at a version", () => {
    for (const { uses } of steps) if (uses) expect(uses).toMatch(/^actions\/[a-z-]+@(v\d+|[0-9a-f]{40})$/);
  });

  it("never runs for ever, nor twice at once", () => {
    expect(workflow.concurrency.group).toContain("${" + "{ github.ref }}");
    for (const [, job] of jobs) expect(job["timeout-minutes"]).toBeGreaterThan(0);
  });

  it("waits for jobs that are there, and reads what its matrix has", () => {
    for (const [, job] of jobs) {
      if (job.needs) expect(Object.keys(workflow.jobs)).toContain(job.needs);
      const read = [...JSON.stringify(job).matchAll(/matrix\.(\w+)/g)].map(([, name]) => name ?? "");
      for (const name of read)
        for (const row of job.strategy?.matrix.include ?? [{}]) expect(Object.keys(row)).toContain(name);
    }
  });

  it("puts nothing that others write (a branch’s name, a title) into a script", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${" + "{");
  });

  it("runs scripts that exist", () => {
    const asked = steps.flatMap(({ run }) =>
      [...(run ?? "").matchAll(/npm (?:run )?(test|build|package|[a-z]+:[a-z]+)\b/g)].map(([, name]) => name),
    );
    expect(asked.length).toBeGreaterThan(0);
    for (const name of asked) expect(Object.keys(scripts)).toContain(name);
  });

  it("names no secret and no variable that the manual does not explain", () => {
    const names = [...text.matchAll(/(?:secrets|vars)\.(\w+)/g)].map(([, name]) => name ?? "");
    for (const name of names) expect(manual).toContain(`\`${name}\``);
  });
});

it("the three systems run the journeys on the real Electron before anything is published", () => {
  const { jobs } = parse(readFileSync(join(folder, "release.yml"), "utf8")) as Workflow;
  const { build, publish } = jobs as { build: Job; publish: Job };
  expect(build.strategy?.matrix.include.map(({ runner }) => runner?.split("-")[0])).toEqual([
    "windows",
    "macos",
    "ubuntu",
  ]);
  const at = (words: string): number => build.steps.findIndex(({ run }) => run?.includes(words));
  expect(at("playwright test --project electron")).toBeGreaterThan(at("CACTUS_ELECTRON="));
  expect(at("npm run package")).toBeGreaterThan(at("playwright test"));
  expect(publish.needs).toBe("build");
  const published = publish.steps.map(({ run }) => run ?? "").join("\n");
  for (const words of ["npm sbom", "cyclonedx", "SHA256SUMS", "gh release create"])
    expect(published).toContain(words);
});
