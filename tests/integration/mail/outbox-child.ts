/** A sender in a process of its own, to be killed: node outbox-child.ts DATABASE_URL OFFSET_MS (key in CACTUS_CLE). */
import { createCore } from "../../../main/app.ts";
import { memoryKeychain } from "../../builders/core.ts";

const [databaseUrl = "", offset = "0"] = process.argv.slice(2);
const core = await createCore({
  dataDir: "",
  databaseUrl,
  demo: false,
  host: "cli",
  version: "test",
  keychain: memoryKeychain(),
  now: () => new Date(Date.now() + Number(offset)),
});
await core.outbox.pass();
await core.close();
process.exit(0);
