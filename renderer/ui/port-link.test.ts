import { createORPCClient } from "@orpc/client";
import { os } from "@orpc/server";
import { RPCHandler } from "@orpc/server/message-port";
import { afterEach, describe, expect, it } from "vitest";
import { frenchError, isOffline } from "./errors.ts";
import { createPortLink, LinkCut } from "./port-link.ts";

/** A main process that answers on each port it gives, over real message channels. */
const aHost = () => {
  const given: MessagePort[] = [];
  let reached: () => void = () => {};
  const waiting = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const router = {
    direct: os.handler(() => "reçu"),
    lent: os.handler(() => {
      reached();
      return new Promise<string>(() => {});
    }),
  };
  const ask = async (): Promise<MessagePort> => {
    const { port1, port2 } = new MessageChannel();
    new RPCHandler(router).upgrade(port1, { context: {} });
    port1.start();
    given.push(port1);
    return port2;
  };
  const client = createORPCClient(createPortLink(ask, () => ({}))) as {
    direct(): Promise<string>;
    lent(input?: undefined, options?: { signal: AbortSignal }): Promise<string>;
  };
  return { given, client, waiting };
};

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

describe("a port cut in the middle of a call", () => {
  it("is said in French, and the next call goes through a new one", async () => {
    const { given, client, waiting } = aHost();
    open.push(...given);
    expect(await client.direct()).toBe("reçu");
    const call = client.lent().catch((error: unknown) => error);
    await waiting;
    given[0]?.close();
    const error = await call;
    expect(error).toBeInstanceOf(LinkCut);
    expect(frenchError(error)).toMatch(/^La liaison avec Cactus a été coupée/);
    // What forms take for « nobody answered »: they keep what is typed and try again.
    expect(isOffline(error)).toBe(true);
    expect(await client.direct()).toBe("reçu");
    expect(given).toHaveLength(2);
    given[1]?.close();
  });

  it("is not what a call that its own screen gave up says", async () => {
    const { given, client, waiting } = aHost();
    const over = new AbortController();
    const call = client.lent(undefined, { signal: over.signal }).catch((error: unknown) => error);
    await waiting;
    over.abort();
    expect(await call).not.toBeInstanceOf(LinkCut);
    given[0]?.close();
  });

  it("a port refused once is asked for again", async () => {
    const { port1, port2 } = new MessageChannel();
    new RPCHandler({ direct: os.handler(() => "reçu") }).upgrade(port1, { context: {} });
    port1.start();
    const answers = [Promise.reject(new LinkCut()), Promise.resolve(port2)];
    const client = createORPCClient(
      createPortLink(
        () => answers.shift() as Promise<MessagePort>,
        () => ({}),
      ),
    ) as { direct(): Promise<string> };
    await expect(client.direct()).rejects.toBeInstanceOf(LinkCut);
    expect(await client.direct()).toBe("reçu");
    port1.close();
  });
});
