import type { Block } from "../../shared/catalogues/blocks.ts";

/** The one layout of every mail: plain text first, and the same words in simple HTML with no remote content. */
export interface Mail {
  readonly text: string;
  readonly html: string;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);

/** Only links of the portal, never anything typed by a person. */
const safeUrl = (url: string): string => (/^https?:\/\//.test(url) ? url : "#");

const textOf = (block: Block): string => {
  if ("p" in block) return block.p;
  if ("list" in block) return block.list.map((item) => `– ${item}`).join("\n");
  if ("facts" in block) return block.facts.map(([label, value]) => `${label}\u00a0: ${value}`).join("\n");
  if ("button" in block) return `${block.button[0]}\u00a0: ${block.button[1]}`;
  return `«\u00a0${block.quote}\u00a0»`;
};

const htmlOf = (block: Block): string => {
  if ("p" in block) return `<p style="margin:0 0 16px">${escapeHtml(block.p)}</p>`;
  if ("list" in block)
    return `<ul style="margin:0 0 16px;padding-left:20px">${block.list.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`;
  if ("facts" in block)
    return `<table role="presentation" style="margin:0 0 16px;border-collapse:collapse">${block.facts
      .map(
        ([label, value]) =>
          `<tr><td style="padding:4px 16px 4px 0;color:#555;white-space:nowrap">${escapeHtml(label)}</td><td style="padding:4px 0;font-weight:bold;font-family:Consolas,Menlo,monospace">${escapeHtml(value)}</td></tr>`,
      )
      .join("")}</table>`;
  if ("button" in block) {
    const url = escapeHtml(safeUrl(block.button[1]));
    return `<p style="margin:0 0 16px"><a href="${url}" style="display:inline-block;padding:12px 20px;background:#2f6b3f;color:#fff;border-radius:6px;text-decoration:none">${escapeHtml(block.button[0])}</a><br><span style="color:#555;font-size:13px">${url}</span></p>`;
  }
  return `<blockquote style="margin:0 0 16px;padding:8px 16px;border-left:4px solid #2f6b3f;white-space:pre-wrap">${escapeHtml(block.quote)}</blockquote>`;
};

export const layout = (cfa: string, salutation: string, blocks: readonly Block[]): Mail => {
  const closing = `L’équipe ${cfa ? `du ${cfa}` : "du CFA"}`;
  return {
    text: [
      salutation,
      ...blocks.map(textOf),
      closing,
      "Ce message est envoyé automatiquement par Cactus.",
    ].join("\n\n"),
    html: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Cactus</title></head><body style="margin:0;background:#f4f5f3"><div style="max-width:600px;margin:0 auto;padding:24px;background:#fff;font:16px/1.5 Arial,Helvetica,sans-serif;color:#1c1c1c"><p style="margin:0 0 16px">${escapeHtml(salutation)}</p>${blocks.map(htmlOf).join("")}<p style="margin:24px 0 0">${escapeHtml(closing)}</p><p style="margin:16px 0 0;color:#666;font-size:13px">Ce message est envoyé automatiquement par Cactus.</p></div></body></html>`,
  };
};
