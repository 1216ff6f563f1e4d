import { describe, expect, it } from "vitest";
import { pathInside, serveApp } from "./app-protocol.ts";
import { aScreensFolder } from "./host.fixture.ts";

const screens = aScreensFolder();

describe("app://", () => {
  it("serves the page with a nonce that its policy names", async () => {
    const response = await serveApp(screens.folder)({ url: "app://cactus/index.html" });
    const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1];
    expect(response.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(response.headers.get("content-security-policy")).not.toMatch(/unsafe/);
    expect(
      (await serveApp(screens.folder)({ url: "app://cactus/assets/app.js" })).headers.get("content-type"),
    ).toContain("javascript");
  });

  const tricks = [
    "..",
    "%2e%2e",
    "%2E%2E",
    "..%2f",
    "%2e%2e%2f",
    "..%5c",
    "%252e%252e%252f",
    "....//",
    "..;/",
    "%c0%ae%c0%ae/",
    "%00",
    "\\..\\",
    "/..",
    "./..",
    "C:",
  ];
  it.each(
    tricks.flatMap((trick) => [
      `app://cactus/${trick}/secret.db`,
      `app://cactus/assets/${trick}/${trick}/etc/passwd`,
      `app://cactus/${trick}index.html/../../x`,
    ]),
  )("never leaves its folder: %s", async (url) => {
    const path = pathInside(screens.folder, url);
    if (path !== undefined) expect(path.startsWith(screens.folder)).toBe(true);
    const response = await serveApp(screens.folder)({ url });
    expect([404, 200]).toContain(response.status);
    expect(await response.text()).not.toMatch(/root:|^no$/);
  });

  it.each([
    "app://cactus/secret.db",
    "app://autre/index.html",
    "https://cactus/index.html",
    "app://cactus/absent.js",
  ])("answers 404 for %s", async (url) => {
    expect((await serveApp(screens.folder)({ url })).status).toBe(404);
  });
  it("answers 404 to anything but a reading", async () => {
    expect((await serveApp(screens.folder)({ url: "app://cactus/index.html", method: "POST" })).status).toBe(
      404,
    );
  });
});
