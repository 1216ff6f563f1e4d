import { describe, expect, it, vi } from "vitest";
import { fakeElectron } from "./fake-electron.ts";
import { aScreensFolder, started } from "./host.fixture.ts";
import { isOurs, mayOpenOutside, ORIGIN } from "./urls.ts";

const screens = aScreensFolder();

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

describe("navigation", () => {
  it.each(hostile)("stays where it is: %j", async (url) => {
    const fake = fakeElectron();
    await started(fake, screens.folder);
    const contents = fake.contents();
    for (const name of ["will-navigate", "will-redirect", "will-frame-navigate"]) {
      const event = { url, preventDefault: vi.fn() };
      contents.emit(name, event, url);
      expect(event.preventDefault, name).toHaveBeenCalled();
    }
    expect(isOurs(url)).toBe(false);
    expect(contents.open?.({ url })).toEqual({ action: "deny" });
    if (!url.startsWith("https://example.com")) expect(fake.opened).toEqual([]);
  });

  it("our own pages, and documents made here, are allowed", async () => {
    const fake = fakeElectron();
    await started(fake, screens.folder);
    const contents = fake.contents();
    const ours = { url: "app://cactus/index.html", preventDefault: vi.fn() };
    contents.emit("will-navigate", ours);
    const blob = { url: "blob:app://cactus/1234", preventDefault: vi.fn() };
    contents.emit("will-frame-navigate", blob);
    expect(ours.preventDefault).not.toHaveBeenCalled();
    expect(blob.preventDefault).not.toHaveBeenCalled();
  });

  it("an embedded browser is refused", async () => {
    const fake = fakeElectron();
    await started(fake, screens.folder);
    const event = { preventDefault: vi.fn() };
    fake.contents().emit("will-attach-webview", event);
    expect(event.preventDefault).toHaveBeenCalled();
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
    const fake = fakeElectron();
    await started(fake, screens.folder);
    for (const permission of [
      "media",
      "geolocation",
      "notifications",
      "clipboard-read",
      "midi",
      "fullscreen",
      "openExternal",
    ]) {
      const answer = vi.fn();
      fake.session.request?.({}, permission, answer, { isMainFrame: true, requestingUrl: ORIGIN });
      expect(answer).toHaveBeenCalledWith(false);
    }
    expect(fake.session.check?.({}, "media", ORIGIN, { isMainFrame: true })).toBe(false);
    expect(fake.session.device?.()).toBe(false);
  });

  it("lets our own page copy a text, and no other", async () => {
    const fake = fakeElectron();
    await started(fake, screens.folder);
    const asked = (requestingUrl: string, isMainFrame: boolean): unknown => {
      const answer = vi.fn();
      fake.session.request?.({}, "clipboard-sanitized-write", answer, { isMainFrame, requestingUrl });
      return answer.mock.calls[0]?.[0];
    };
    expect(asked("app://cactus/index.html", true)).toBe(true);
    expect(asked("app://cactus/index.html", false)).toBe(false);
    expect(asked("https://example.com/", true)).toBe(false);
    const checked = (origin: string) =>
      fake.session.check?.({}, "clipboard-sanitized-write", origin, { isMainFrame: true });
    expect([checked("app://cactus"), checked("https://example.com")]).toEqual([true, false]);
  });

  it("saves only documents made here, through the system’s dialog", async () => {
    const fake = fakeElectron();
    await started(fake, screens.folder);
    const item = (url: string) => ({
      getURL: () => url,
      getFilename: () => "x.pdf",
      setSaveDialogOptions: vi.fn(),
      once: vi.fn(),
    });
    const foreign = { preventDefault: vi.fn() };
    fake.session.emit("will-download", foreign, item("https://evil.example/x.exe"));
    expect(foreign.preventDefault).toHaveBeenCalled();
    const ours = { preventDefault: vi.fn() };
    const document = item("blob:app://cactus/1");
    fake.session.emit("will-download", ours, document);
    expect(ours.preventDefault).not.toHaveBeenCalled();
    expect(document.setSaveDialogOptions).toHaveBeenCalled();
  });
});
