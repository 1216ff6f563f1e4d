import { rm } from "node:fs/promises";

/**
 * Removes a folder in which other processes wrote. One that has just been killed may leave another (a browser, a
 * database server) that writes there for a moment more: the removal starts again until it is alone.
 */
export const removeFolder = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
