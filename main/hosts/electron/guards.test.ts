import { describe, expect, it } from "vitest";
import { StandInEvent } from "../../../tests/electron-stand-in/core/loud.ts";
import { aScreensFolder, aStandIn, started } from "./host.fixture.ts";
import { isOurs, mayOpenOutside, ORIGIN } from "./urls.ts";

const hostile = [
  "https://example.com",
  "http://127.0.0.1:80/",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "data:text/html,<b>x</b>",
  "blob:https://x/1",
  "app://autre/index.html",
  "app://cactus.evil/index.html",
  "app://cactus@evil/",
  "app://user:pw@cactus/",
  "about:blank",
  "chrome://settings",
  "view-source:app://cactus/",
  "ftp://example.com/x",
  "smb://server/share",
  "\\\\server\\share",
  "ms-msdt:/id",
  "ms-settings:",
  "vbscript:x",
  "devtools://devtools/bundled/inspector.html",
  "filesystem:app://cactus/x",
  "intent://x",
  "tel:+33491000000",
  "app:cactus",
  "app:/cactus",
  "APP://EVIL/",
  "",
  " ",
  "//evil.example",
  "cactus",
  "ws://cactus/",
  "wss://cactus/",
  "jar:file:///x",
  "about:srcdoc2",
  "https://app://cactus/",
  "app://cactus:80@evil/",
  "steam://run",
  "x-apple.systempreferences:",
  "search-ms:query=x",
  "ldap://x",
  "nfs://x",
  "ssh://x",
  "telnet://x",
  "irc://x",
  "magnet:?xt=x",
  "market://x",
  "itms-services://x",
  "zoommtg://x",
  "slack://x",
  "onenote:x",
  "ms-excel:ofe|u|http://x",
];

const screens = aScreensFolder();
const opened = async () => {
  const standIn = aStandIn(screens.folder);
  await started(standIn, screens.folder);
  return { ...standIn, contents: standIn.play.contents() };
};

describe("navigation", () => {
  it.each(hostile)("stays where it is: %j", async (url) => {
    const { contents, seen } = await opened();
    for (const name of ["will-navigate", "will-redirect", "will-frame-navigate"]) {
      const event = new StandInEvent({ url });
      contents.emit(name, event, url);
      expect(event.defaultPrevented, name).toBe(true);
    }
    expect(isOurs(url)).toBe(false);
    expect(contents.asksToOpen(url)).toBe("deny");
    if (!url.startsWith("https://example.com")) expect(seen.opened).toEqual([]);
  });

  it("our own pages, and documents made here, are allowed", async () => {
    const { contents } = await opened();
    expect(contents.asksToNavigate({ url: "app://cactus/index.html", isMainFrame: true })).toBe(true);
    expect(contents.asksToNavigate({ url: "blob:app://cactus/1234", isMainFrame: false })).toBe(true);
    expect(contents.asksToNavigate({ url: "blob:app://cactus/1234", isMainFrame: true })).toBe(false);
  });

  it("an embedded browser is refused", async () => {
    const { contents } = await opened();
    expect(contents.ask("will-attach-webview")).toBe(true);
  });

  it.each([
    ["https://travail-emploi.gouv.fr/x?y=1", true],
    ["mailto:contact@cfa.example.fr", true],
    ["mailto:a@b.fr?subject=x\r\nBcc:evil", false],
    ["https://user:pw@evil.example/", false],
    ["https://localhost/", false],
    ["https://evil example/", false],
    ["http://example.com/", false],
  ])("opens outside %j: %s", (url, expected) => {
    expect(mayOpenOutside(url)).toBe(expected);
  });

  it.each(hostile.filter((url) => !/^https:\/\/example\.com|^tel:/.test(url)))(
    "never opens outside %j",
    (url) => {
      expect(mayOpenOutside(url)).toBe(false);
    },
  );
});

describe("permissions and downloads", () => {
  it("denies every permission, asked or checked", async () => {
    const { contents, session } = await opened();
    for (const permission of [
      "media",
      "geolocation",
      "notifications",
      "clipboard-read",
      "midi",
      "fullscreen",
      "openExternal",
    ]) {
      expect(await session.asksFor(permission, contents, { requestingUrl: ORIGIN }), permission).toBe(false);
      expect(session.allows(permission, contents, ORIGIN), permission).toBe(false);
    }
    expect(session.device?.({})).toBe(false);
  });

  it("lets our own page copy a text, and no other", async () => {
    const { contents, session } = await opened();
    const asked = (requestingUrl: string, isMainFrame: boolean) =>
      session.asksFor("clipboard-sanitized-write", contents, { isMainFrame, requestingUrl });
    expect(await asked("app://cactus/index.html", true)).toBe(true);
    expect(await asked("app://cactus/index.html", false)).toBe(false);
    expect(await asked("https://example.com/", true)).toBe(false);
    const checked = (origin: string) => session.allows("clipboard-sanitized-write", contents, origin);
    expect([checked("app://cactus"), checked("https://example.com")]).toEqual([true, false]);
  });

  it("saves only documents made here, through the system’s dialog", async () => {
    const { play, seen } = await opened();
    await play.download({ url: "https://evil.example/x.exe", filename: "x.exe" });
    await play.download({ url: "blob:app://cactus.evil/1", filename: "x.pdf" });
    expect(seen.dialogs).toEqual([]);
    await play.download({ url: "blob:app://cactus/1", filename: "x.pdf" });
    expect(seen.dialogs).toMatchObject([{ kind: "save", options: { defaultPath: "x.pdf" } }]);
  });
});
