import { randomBytes } from "node:crypto";

/**
 * What every page served over HTTP carries. No inline script anywhere; Mantine’s own style elements carry a nonce.
 * `blob:` frames show PDFs inside the application.
 */
export const securityHeaders = (nonce: string): Record<string, string> => ({
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "x-frame-options": "DENY",
});

export const newNonce = (): string => randomBytes(16).toString("base64");

/** The page with the nonce its styles carry. */
export const withNonce = (html: string, nonce: string): string =>
  html.replace("<head>", `<head><meta property="csp-nonce" nonce="${nonce}">`);
