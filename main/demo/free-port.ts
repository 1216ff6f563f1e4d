import { createServer } from "node:net";
import { Sentence } from "../errors.ts";

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error),
    );
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

/** The first port that nothing holds, from this one up: two demonstrations may run on one machine. */
export const firstFreePort = async (from: number, host = "127.0.0.1"): Promise<number> => {
  for (let port = from; port <= 65_535; port += 1) if (await isFree(port, host)) return port;
  throw new Sentence("Aucun port n’est libre pour le portail de la démonstration.");
};
