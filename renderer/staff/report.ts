import { client } from "../ui/client.ts";
import { createReport } from "../ui/report.ts";

/** How a screen of the staff application says that it failed. */
export const report = createReport((one) => client.acces.signaler(one), window.location.origin);
