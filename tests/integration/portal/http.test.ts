import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSession } from "../../../main/access/session.ts";
import { type PortalServer, servePortal } from "../../../main/hosts/portal/server.ts";
import { buildRenderer } from "../../../scripts/build.ts";
import { aPortalWorld, type PortalWorld } from "./fixture.ts";

let world: PortalWorld;
let server: PortalServer;
let session: { jeton: string; csrf: string };
beforeAll(async () => {
  await buildRenderer();
  world = await aPortalWorld();
  server = await servePortal(world.core, { host: "127.0.0.1", port: 0 });
  session = await world.core.deps.store.write(async (tx) => {
    const compte = await tx.comptes.byCourriel("portail", "lea.arnaud-delmas@example.fr");
    if (!compte) throw new Error("no account");
    return openSession(world.core.deps, tx, compte, "portail");
  });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const call = (procedure: string, input: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/rpc/${procedure}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url, ...headers },
    body: JSON.stringify({ json: input }),
  });
const mine = () => ({ cookie: `cactus=${session.jeton}`, "x-csrf": session.csrf });

describe("the portal over HTTP", () => {
  it("the page has a strict policy and is not kept", async () => {
    const response = await fetch(server.url);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1] ?? "";
    expect(policy).toContain(nonce);
  });

  it("a sign-in gives an HttpOnly, SameSite cookie and no token to the page", async () => {
    const { core } = world;
    const hash = await core.deps.passwords.hash("trois petits lézards verts");
    await core.deps.store.write(async (tx) => {
      const compte = await tx.comptes.byCourriel("portail", "autre.alternant@example.fr");
      if (compte) await tx.comptes.update(compte.id, { motDePasse: hash });
    });
    const response = await call("acces/connexion", {
      courriel: "autre.alternant@example.fr",
      motDePasse: "trois petits lézards verts",
    });
    expect(response.status).toBe(200);
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^cactus=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await response.text()).not.toContain(cookie.slice(7, 50));
  });

  it("behind an https address the cookie is __Host- and Secure, and transport is strict", async () => {
    const { core } = world;
    await core.deps.store.write((tx) =>
      tx.reglages.set("portail", { port: 0, adressePublique: "https://cactus.cfa.example.fr" }),
    );
    try {
      const response = await call(
        "acces/connexion",
        { courriel: "autre.alternant@example.fr", motDePasse: "trois petits lézards verts" },
        { origin: "https://cactus.cfa.example.fr" },
      );
      expect(response.headers.get("set-cookie")).toMatch(
        /^__Host-cactus=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      );
      expect(response.headers.get("strict-transport-security")).toContain("max-age");
    } finally {
      await core.deps.store.write((tx) => tx.reglages.set("portail", { port: 0 }));
    }
  });

  it("the session opens one’s dossiers, with its token", async () => {
    const response = await call("dossiers/lister", undefined, mine());
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(world.dossier.reference);
  });

  it.each([
    ["without the token", { cookie: "own" }, 403],
    ["with another token", { cookie: "own", "x-csrf": "x".repeat(43) }, 403],
    ["from another origin", { cookie: "own", "x-csrf": "own", origin: "https://evil.example" }, 403],
    ["with no session", {}, 401],
    ["with an invented session", { cookie: "cactus=x", "x-csrf": "x" }, 401],
  ])("refuses %s", async (_what, headers: Record<string, string>, status) => {
    const real = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        value === "own" ? (name === "cookie" ? `cactus=${session.jeton}` : session.csrf) : value,
      ]),
    );
    expect((await call("dossiers/lister", undefined, real)).status).toBe(status);
  });

  it("refuses a request without an origin, and answers no GET on the contract", async () => {
    const headers = { "content-type": "application/json", ...mine() };
    expect(
      (await fetch(`${server.url}/rpc/dossiers/lister`, { method: "POST", headers, body: "{}" })).status,
    ).toBe(403);
    expect((await fetch(`${server.url}/rpc/dossiers/lister`, { headers })).status).toBe(404);
  });

  it("nothing of the CFA’s office is served", async () => {
    for (const procedure of [
      "dossiers/inviter",
      "reglages/lireSmtp",
      "economie/lire",
      "tableau/lire",
      "acces/creerCfa",
      "documents/produire",
    ])
      expect((await call(procedure, {}, mine())).status).toBe(404);
  });

  it("ten thousand random requests: no crash, no 500, nobody’s data", async () => {
    let state = 42;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
    const junk = (): string =>
      Array.from({ length: random(60) }, () => String.fromCharCode(32 + random(600))).join("");
    const paths = [
      "/",
      "/assets/",
      "/assets/../secret",
      "/rpc/",
      "/rpc/dossiers/lire",
      "/rpc/dossiers/ecrire",
      "/rpc/dossiers/document",
      "/rpc/acces/inscription",
      "/rpc/acces/etat",
      "/rpc/acces/verifierCode",
      "/rpc/%2e%2e/x",
      "/rpc/__proto__",
      "/rpc/constructor/x",
      "/%00",
      "/favicon.ico",
    ];
    const value = (depth = 0): unknown =>
      pick<() => unknown>([
        () => junk(),
        () => random(1e6),
        () => null,
        () => true,
        () => world.dossier.id,
        () =>
          depth > 2
            ? 1
            : Object.fromEntries(
                Array.from({ length: random(4) }, () => [
                  pick(["id", "code", "json", "meta", "champ", "changements", "__proto__", junk()]),
                  value(depth + 1),
                ]),
              ),
        () => (depth > 2 ? 1 : Array.from({ length: random(4) }, () => value(depth + 1))),
      ])();
    const statuses = new Map<number, number>();
    const one = async (): Promise<void> => {
      const method = pick(["GET", "POST", "POST", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]);
      const headers: Record<string, string> = {
        "content-type": pick([
          "application/json",
          "text/plain",
          "multipart/form-data; boundary=x",
          "application/octet-stream",
        ]),
      };
      if (random(4) > 0) headers.origin = pick([server.url, "https://evil.example", "null"]);
      if (random(3) === 0) headers.cookie = `cactus=${encodeURIComponent(junk())}`;
      if (random(4) === 0) headers["x-csrf"] = encodeURIComponent(junk());
      const body =
        method === "GET"
          ? undefined
          : pick([() => JSON.stringify({ json: value() }), () => junk(), () => ""])();
      const path = random(5) === 0 ? `/${encodeURIComponent(junk())}` : pick(paths);
      const response = await fetch(server.url + path, { method, headers, body, redirect: "manual" });
      const text = await response.text();
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      expect(response.status, `${method} ${path}`).not.toBe(500);
      expect(text).not.toMatch(/Arnaud-Delmas|2030513055123|calanques-conseil|at \w+ \(|node_modules/);
    };
    for (let done = 0; done < 10_000; done += 20) await Promise.all(Array.from({ length: 20 }, one));
    expect([...statuses.values()].reduce((sum, n) => sum + n, 0)).toBe(10_000);
    // Still there for whoever is signed in.
    expect((await call("dossiers/lister", undefined, mine())).status).toBe(200);
  });
});
