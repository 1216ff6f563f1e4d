import type { ClientContext, ClientLink } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";

const CUT =
  "La liaison avec Cactus a été coupée avant la réponse\u00a0: rien de ce que vous avez saisi n’est perdu. Vérifiez, puis recommencez.";

/** The port closed under a call: whether it was done is not known, and nobody answered. */
export class LinkCut extends Error {
  constructor() {
    super(CUT);
    this.name = "LinkCut";
  }
}

interface Opened {
  readonly link: ClientLink<ClientContext>;
  cut: boolean;
}

/**
 * Calls over a message port that can be asked for again: when it closes, the calls under way are told so in French, and
 * the next one goes through a new port.
 */
export const createPortLink = (
  ask: () => Promise<MessagePort>,
  headers: () => Record<string, string>,
): ClientLink<ClientContext> => {
  let opening: Promise<Opened> | undefined;
  const open = async (): Promise<Opened> => {
    const port = await ask();
    // Before oRPC’s own listener, which rejects the calls under way.
    port.addEventListener("close", () => {
      opened.cut = true;
      opening = undefined;
    });
    const opened: Opened = { link: new RPCLink({ port, headers }), cut: false };
    port.start();
    return opened;
  };
  const current = (): Promise<Opened> => {
    if (!opening) {
      const fresh = open();
      opening = fresh;
      fresh.catch(() => {
        if (opening === fresh) opening = undefined;
      });
    }
    return opening;
  };
  return {
    call: async (path, input, options) => {
      const opened = await current();
      try {
        return await opened.link.call(path, input, options);
      } catch (error) {
        throw opened.cut && !options.signal?.aborted ? new LinkCut() : error;
      }
    },
  };
};
