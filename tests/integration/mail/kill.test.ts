import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { openStore } from "../../../db/open.ts";
import { createSecretBox } from "../../../db/secret-box.ts";
import type { Deps } from "../../../main/deps.ts";
import { removeFolder } from "../../../scripts/remove-folder.ts";
import { addMail, useServer } from "./outbox-fixture.ts";
import { scriptedSmtp } from "./scripted-smtp.ts";

const KILLS = 12;
const MAILS = 400;
const HOUR = 3_600_000;

it("kill -9 of the sender: none lost, at most the one in flight goes twice, under the same Message-ID", async () => {
  const folder = await mkdtemp(join(tmpdir(), "cactus-kill-"));
  const url = `sqlite:${join(folder, "cactus.db")}`;
  const key = randomBytes(32);
  const sink = await scriptedSmtp(() => "ok");
  const store = await openStore({ url, secrets: createSecretBox(key) });
  await store.migrate();
  const deps = { store } as unknown as Deps;
  await useServer(deps, sink.port);
  for (let n = 0; n < MAILS; n++) await addMail(deps, n);

  /** Ends by itself, or is killed a few messages after it began to send. */
  const child = (offset: number, killAfter: number | undefined) =>
    new Promise<{ killed: boolean }>((resolve, reject) => {
      const began = sink.received.length;
      const process_ = spawn(
        process.execPath,
        [fileURLToPath(new URL("./outbox-child.ts", import.meta.url)), url, String(offset)],
        { env: { ...process.env, CACTUS_CLE: key.toString("base64") }, stdio: ["ignore", "ignore", "pipe"] },
      );
      let errors = "";
      process_.stderr.on("data", (chunk) => {
        errors += String(chunk);
      });
      const watch =
        killAfter === undefined
          ? undefined
          : setInterval(() => {
              if (sink.received.length >= began + killAfter) process_.kill("SIGKILL");
            }, 1);
      process_.on("exit", (code, signal) => {
        clearInterval(watch);
        if (code) reject(new Error(errors));
        else resolve({ killed: signal === "SIGKILL" });
      });
    });

  try {
    let kills = 0;
    for (let i = 0; i < KILLS; i++) if ((await child(i * HOUR, 1 + ((i * 7) % 20))).killed) kills += 1;
    expect(kills).toBeGreaterThan(KILLS / 2);
    await child(KILLS * HOUR, undefined);
    const times = new Map<string, number>();
    for (const one of sink.received) times.set(one.messageId, (times.get(one.messageId) ?? 0) + 1);
    expect(times.size).toBe(MAILS);
    expect(new Set(sink.received.map((one) => one.to[0])).size).toBe(MAILS);
    expect(sink.received.length - MAILS).toBeLessThanOrEqual(kills);
    expect(await store.read((tx) => tx.outbox.counts())).toMatchObject({ sent: MAILS, due: 0, leased: 0 });
  } finally {
    await store.close();
    await sink.close();
    await removeFolder(folder);
  }
});
