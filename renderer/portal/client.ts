import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import type { PortalClient } from "../../shared/api/portal/index.ts";

/** The token that proves a request comes from this page; given with the session, never stored. */
let csrf = "";
export const setCsrf = (token: string | undefined): void => {
  csrf = token ?? "";
};

/** Typed calls to the portal contract; the session itself is an HttpOnly cookie that no script reads. */
export const client: PortalClient = createORPCClient(
  new RPCLink({ url: `${window.location.origin}/rpc`, headers: () => (csrf ? { "x-csrf": csrf } : {}) }),
);
export const api = createTanstackQueryUtils(client);
