import type { FastifyError, FastifyInstance } from "fastify";
import { phraseIncident } from "../../../shared/catalogues/incidents.ts";
import { sentenceOf } from "../../errors.ts";
import { recordIncident } from "../../incident.ts";
import type { Log } from "../../log.ts";

/** What a request outside any procedure is answered when it fails: never the text of the error. */
export const answerFaults = (server: FastifyInstance, log: Log): void => {
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    reply.type("text/plain; charset=utf-8");
    const { statusCode = 500 } = error;
    if (statusCode >= 400 && statusCode < 500) return reply.code(400).send("Demande illisible.");
    const reference = recordIncident(log, error, { lieu: "http" });
    const known = sentenceOf(error);
    return reply.code(known ? 503 : 500).send(known ?? phraseIncident(reference));
  });
};
