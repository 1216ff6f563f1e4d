/** Our own pages: `app://cactus/…`, and nothing else is ever loaded in a window. */
export const ORIGIN = "app://cactus";
export const START = `${ORIGIN}/index.html`;

export const isOurs = (url: string): boolean => {
  try {
    const parsed = new URL(url);
    return (
      parsed.protocol === "app:" &&
      parsed.host === "cactus" &&
      parsed.username === "" &&
      parsed.password === ""
    );
  } catch {
    return false;
  }
};

/** Chromium’s own viewer of PDF, an extension that is part of it (`kPdfExtensionId`): it loads in the document’s frame. */
const PDF_VIEWER = "chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/";

/** What a frame of ours may show: a document made here, and the viewer that draws it. */
export const showsDocument = (url: string): boolean =>
  url.startsWith(`blob:${ORIGIN}/`) || url.startsWith(PDF_VIEWER) || url === "about:srcdoc";

/** What may be opened outside, in the user’s browser or mail program: https and mailto, by the parsed address. */
export const mayOpenOutside = (url: string): boolean => {
  try {
    const parsed = new URL(url);
    if (parsed.protocol === "mailto:") return /^mailto:[^\s<>"'\\]+$/.test(url);
    return (
      parsed.protocol === "https:" &&
      parsed.username === "" &&
      parsed.password === "" &&
      /^[a-z0-9.-]+$/i.test(parsed.hostname) &&
      parsed.hostname.includes(".")
    );
  } catch {
    return false;
  }
};
