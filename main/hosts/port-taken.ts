export const PORT_TAKEN = "Le port est déjà pris\u00a0: choisissez-en un autre (--port).";

/** What listening says of a port that another program holds. */
export const portTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE";
