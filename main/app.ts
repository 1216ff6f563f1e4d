import type { AppConfig, Keychain } from "./deps.ts";

/**
 * The composition root: settings in, a running application out. No Electron, no HTTP. Hosts call `createApp`,
 * serve `app.router` with `app.context(...)`, and `app.close()` at the end.
 */
export interface AppSettings extends AppConfig {
  readonly keychain: Keychain;
  /** Reports what the application does, without personal data. */
  readonly log?: (line: string) => void;
}
