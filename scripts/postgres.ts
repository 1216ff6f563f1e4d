import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeFolder } from "./remove-folder.ts";

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** A PostgreSQL of our own for the length of the tests: a temporary cluster on loopback, removed at the end. */
export const startPostgres = async (bin: string): Promise<{ url: string; stop: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), "cactus-pg-"));
  const root = process.getuid?.() === 0;
  // The server refuses to run as root: Debian’s package made the user « postgres ».
  const as = (command: string, args: string[]) => {
    const [program, ...rest] = root
      ? ["runuser", "-u", "postgres", "--", join(bin, command), ...args]
      : [join(bin, command), ...args];
    const result = spawnSync(program as string, rest, {
      encoding: "utf8",
      cwd: "/tmp",
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (result.status !== 0) throw new Error(`${command}: ${result.stderr || result.stdout}`);
  };
  if (root) {
    const id = (flag: string) =>
      Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout.trim());
    chownSync(folder, id("-u"), id("-g"));
  }
  chmodSync(folder, 0o700);
  const port = await freePort();
  const data = join(folder, "data");
  as("initdb", ["-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync"]);
  // pg_ctl keeps our output open otherwise: its own log file takes it.
  as("pg_ctl", [
    "-D",
    data,
    "-w",
    "-l",
    join(folder, "log"),
    "-o",
    `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=200`,
    "start",
  ]);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      try {
        as("pg_ctl", ["-D", data, "-m", "immediate", "stop"]);
      } finally {
        await removeFolder(folder);
      }
    },
  };
};
