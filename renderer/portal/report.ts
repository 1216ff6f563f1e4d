import { createReport } from "../ui/report.ts";
import { client } from "./client.ts";

/** How a screen of the portal says that it failed. */
export const report = createReport((one) => client.acces.signaler(one), window.location.origin);
