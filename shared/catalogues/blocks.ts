/** What a mail says, piece by piece: pure data, which `templates/emails/layout.ts` turns into text and HTML. */
export type Block =
  | { readonly p: string }
  | { readonly list: readonly string[] }
  /** Values to copy: address, password, code. */
  | { readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly button: readonly [label: string, url: string] }
  | { readonly quote: string };
