import { constants } from "node:os";
import { errorCodes } from "../shared/catalogues/errors.ts";

/** Codes of errors that are words of somebody’s list; a code of another shape could be anything, a name too. */
const known = new Set<string>([
  ...Object.keys(constants.errno),
  ...errorCodes,
  // getaddrinfo and net
  "ENOTFOUND",
  "EAI_AGAIN",
  "EAI_FAIL",
  "EAI_NODATA",
  "EAI_NONAME",
  "ECANCELED",
  "EOF",
  "ABORT_ERR",
  "MODULE_NOT_FOUND",
  // nodemailer
  "EAUTH",
  "ECONFIG",
  "ECONNECTION",
  "EDNS",
  "EENVELOPE",
  "EFETCH",
  "EFILEACCESS",
  "EMAXLIMIT",
  "EMESSAGE",
  "ENOAUTH",
  "EOAUTH2",
  "EPROTOCOL",
  "EPROXY",
  "EREQUIRETLS",
  "ESOCKET",
  "ESTREAM",
  "ETLS",
  "EURLACCESS",
  // oRPC
  "BAD_REQUEST",
  "INTERNAL_SERVER_ERROR",
  "NOT_FOUND",
  "PAYLOAD_TOO_LARGE",
  "UNAUTHORIZED",
]);

/** Families whose members are too many to list: Node’s, fastify’s, undici’s, SQLite’s, TLS’s; SQLSTATE of PostgreSQL. */
const families = [
  /^(ERR|FST_ERR|UND_ERR|SQLITE|CERT|UNABLE_TO)(_[A-Z0-9]{1,24}){1,8}$/,
  /^(DEPTH_ZERO|SELF_SIGNED)(_[A-Z]{1,12}){1,5}$/,
  /^(0[0-9ABFLPZ]|2[0-8BDF]|3[489BDF]|4[024]|5[3-8]|F0|HV|P0|XX)[0-9A-Z]{3}$/,
];

export const isSafeCode = (code: unknown): code is string =>
  typeof code === "string" &&
  code.length <= 80 &&
  (known.has(code) || families.some((one) => one.test(code)));
