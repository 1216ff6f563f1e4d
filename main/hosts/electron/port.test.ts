import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import { describe, expect, it, vi } from "vitest";
import type { StaffClient } from "../../../shared/api/staff/index.ts";
import { aCore } from "../../../tests/builders/core.ts";
import { createApp } from "../../app.ts";
import { createFileKeychain } from "../node/keychain.ts";
import { aScreensFolder, aStandIn, started } from "./host.fixture.ts";
import { PORT_CHANNEL, serveOnPort } from "./port.ts";

const screens = aScreensFolder();

describe("the port", () => {
  const asked = async (frame: { url: string } | null, mainFrame: unknown) => {
    const standIn = aStandIn(screens.folder);
    await started(standIn, screens.folder);
    standIn.play.ipc(PORT_CHANNEL, [], { sender: { mainFrame }, senderFrame: frame });
  };
  const aFrame = (url: string) => ({ url, postMessage: vi.fn() });

  it.each([
    ["another origin", "https://evil.example/", true],
    ["a frame inside our page", "app://cactus/index.html", false],
  ])("is not given to %s", async (_who, url, main) => {
    const frame = aFrame(url);
    await asked(frame, main ? frame : aFrame(url));
    expect(frame.postMessage).not.toHaveBeenCalled();
  });
  it("is not given to a frame that is there no more", async () => {
    const former = aFrame("app://cactus/index.html");
    await asked(null, former);
    expect(former.postMessage).not.toHaveBeenCalled();
  });

  it("is given to the main frame of our page", async () => {
    const frame = aFrame("app://cactus/index.html#/dossiers");
    await asked(frame, frame);
    expect(frame.postMessage).toHaveBeenCalledWith(PORT_CHANNEL, null, [expect.anything()]);
    const [, , ports = []] = (frame.postMessage.mock.calls[0] ?? []) as [string, null, { close(): void }[]];
    for (const port of ports) port.close();
  });

  it("carries the contract, with the bearer token of each call", async () => {
    const core = await aCore();
    const app = await createApp({
      ...core.deps.config,
      dataDir: screens.folder,
      databaseUrl: `sqlite:${join(screens.folder, "c.db")}`,
      host: "electron",
      keychain: createFileKeychain(screens.folder),
    });
    const { port1, port2 } = new MessageChannel();
    serveOnPort(app, port1 as never, {} as never);
    let token: string | undefined;
    const client: StaffClient = createORPCClient(
      new RPCLink({
        port: port2 as never,
        headers: () => (token ? { authorization: `Bearer ${token}` } : {}),
      }),
    );
    expect(await client.acces.etat()).toMatchObject({ premierDemarrage: true, hote: "electron" });
    await expect(client.tableau.lire()).rejects.toMatchObject({ code: "NON_CONNECTE" });
    const { jeton } = await client.acces.creerCfa({
      cfa: {
        denomination: "CFA",
        siret: "90000002700012",
        uai: "0139999Y",
        adresse: { voie: "rue", codePostal: "13001", commune: "Marseille" },
        cfaEntreprise: "non",
      },
      administrateur: {
        nom: "Agnès Morel",
        courriel: "agnes@example.fr",
        motDePasse: "le mistral souffle sur le vieux port",
      },
    });
    token = jeton;
    expect((await client.tableau.lire()).etats.invite).toBe(0);
    port1.close();
    await app.close();
    await core.close();
  });
});
