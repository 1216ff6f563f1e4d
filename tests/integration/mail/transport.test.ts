import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { type Letter, openTransport } from "../../../main/mail/transport.ts";
import type { Smtp } from "../../../shared/api/staff/office.ts";
import { isEmail } from "../../../shared/dossier/formats/index.ts";
import { closedPort, type Fault, type ScriptedSmtp, scriptedSmtp } from "./scripted-smtp.ts";

const patience = { connexion: 400, accueil: 400, silence: 400 };
const smtp = (port: number, more: Partial<Smtp> = {}): Smtp => ({
  hote: "127.0.0.1",
  port,
  tls: "aucun",
  expediteurNom: "CFA des Deux Rives",
  expediteurCourriel: "cactus@cfa.example.fr",
  debitParMinute: 60,
  ...more,
});
const letter = (more: Partial<Letter> = {}): Letter => ({
  destinataire: "lea@example.fr",
  sujet: "Votre accès à Cactus",
  texte: "Bonjour,\n\nMot de passe : k7fm",
  html: "<p>Bonjour</p>",
  messageId: "<un@cactus.invalid>",
  ...more,
});

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const server = async (fault: Fault): Promise<ScriptedSmtp> => {
  const made = await scriptedSmtp(() => fault);
  open.push(made);
  return made;
};
const transport = (settings: Smtp, motDePasse?: string) => {
  const made = openTransport(settings, motDePasse, patience);
  open.unshift(made);
  return made;
};

describe("what each fault of the server means (reliability.md § 2)", () => {
  it.each([
    ["pas-d-accueil", "retry", 0],
    ["451-mail", "retry", 0],
    ["450-rcpt", "retry", 0],
    ["550-rcpt", "final", 0],
    ["452-data", "retry", 0],
    ["554-data", "final", 0],
    ["coupure-pendant-data", "uncertain", 0],
    ["recu-puis-coupure", "uncertain", 1],
    ["recu-puis-silence", "uncertain", 1],
    // Before the body leaves, nothing is uncertain: no dossier waits for somebody’s decision.
    ["coupure-a-l-accueil", "retry", 0],
    ["554-a-l-accueil", "retry", 0],
    ["coupure-a-mail", "retry", 0],
    ["coupure-a-rcpt", "retry", 0],
    ["coupure-avant-data", "retry", 0],
    ["530-mail", "retry", 0],
  ] as const)("%s → %s", async (fault, sort, received) => {
    const sink = await server(fault);
    const delivery = await transport(smtp(sink.port)).send(letter());
    expect(delivery.sort).toBe(sort);
    expect(sink.received).toHaveLength(received);
    if (delivery.sort === "sent") return;
    expect(delivery.phrase).toMatch(/[.]$/);
    expect(delivery.phrase).not.toMatch(/lea@|k7fm|greylisted|unknown user|authenticate/);
  });

  it("server down → retry, and the other messages need not try", async () => {
    expect(await transport(smtp(await closedPort())).send(letter())).toMatchObject({
      sort: "retry",
      serveur: true,
    });
  });

  it("wrong password → retry, pointing at Réglages", async () => {
    const sink = await server("535-auth");
    const delivery = await transport(smtp(sink.port, { utilisateur: "cactus" }), "secret-du-serveur").send(
      letter(),
    );
    expect(delivery).toMatchObject({ sort: "retry", serveur: true });
    expect(JSON.stringify(delivery)).not.toContain("secret-du-serveur");
  });

  it("greylisting waits five minutes", async () => {
    const sink = await server("450-rcpt");
    expect(await transport(smtp(sink.port)).send(letter())).toMatchObject({ attendreMs: 300_000 });
  });

  it("required STARTTLS that is not offered: nothing is sent in clear", async () => {
    const sink = await server("ok");
    const secure = transport(
      smtp(sink.port, { tls: "starttls", utilisateur: "cactus" }),
      "secret-du-serveur",
    );
    expect((await secure.send(letter())).sort).toBe("retry");
    expect(sink.commands.filter((line) => /^(AUTH|MAIL|DATA)/.test(line))).toEqual([]);
  });
});

describe("what arrives", () => {
  it("one recipient, our Message-ID, text and HTML, marked automatic", async () => {
    const sink = await server("ok");
    expect(await transport(smtp(sink.port)).send(letter())).toEqual({ sort: "sent" });
    const [mail] = sink.received;
    expect(mail).toMatchObject({
      from: "cactus@cfa.example.fr",
      to: ["lea@example.fr"],
      messageId: "<un@cactus.invalid>",
    });
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(mail?.raw).toMatch(/^To: lea@example\.fr\r$/m);
    expect(mail?.raw).toContain("multipart/alternative");
  });

  it("connections are reused", async () => {
    const sink = await server("ok");
    const pooled = transport(smtp(sink.port));
    for (let i = 0; i < 20; i++)
      expect(await pooled.send(letter({ messageId: `<${i}@cactus.invalid>` }))).toEqual({ sort: "sent" });
    expect(sink.received).toHaveLength(20);
    expect(sink.connections()).toBe(1);
  });
});

describe("fuzz", () => {
  const pieces = fc.constantFrom(
    "lea@example.fr",
    "evil@z.fr",
    "\r\n",
    "\n",
    "\r",
    "\0",
    ",",
    ";",
    ":",
    " ",
    "<",
    ">",
    '"',
    "(",
    ")",
    "\\",
    "@",
    "groupe:",
    "Bcc: evil@z.fr",
    "é",
    "xn--",
    "\u202e",
    "[127.0.0.1]",
    "%0d%0a",
    "=?utf-8?q?a?=",
    ".",
    "\t",
  );
  const recipient = fc.oneof(
    fc.array(pieces, { minLength: 1, maxLength: 5 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.emailAddress(),
  );

  it("ten thousand recipients: exactly the validated address, or nothing leaves", async () => {
    const sink = await server("ok");
    const pooled = transport(smtp(sink.port, { debitParMinute: 600 }));
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(recipient, async (destinataire) => {
        const before = sink.received.length;
        const delivery = await pooled.send(letter({ destinataire }));
        const arrived = sink.received.slice(before);
        if (isEmail(destinataire)) {
          sent += 1;
          expect(delivery).toEqual({ sort: "sent" });
          expect(arrived.map((mail) => mail.to)).toEqual([[destinataire]]);
        } else {
          expect(delivery.sort).toBe("final");
          expect(arrived).toEqual([]);
        }
      }),
      { numRuns: 10_000, seed: 20260901 },
    );
    expect(sent).toBeGreaterThan(500);
  });

  it("subjects and sender names never add a header or a recipient", async () => {
    const sink = await server("ok");
    const text = fc
      .array(fc.oneof(pieces, fc.string({ maxLength: 10 })), { maxLength: 6 })
      .map((p) => p.join(""));
    await fc.assert(
      fc.asyncProperty(text, text, async (sujet, expediteurNom) => {
        const before = sink.received.length;
        const one = openTransport(smtp(sink.port, { expediteurNom }), undefined, patience);
        const delivery = await one.send(letter({ sujet }));
        one.close();
        expect(delivery).toEqual({ sort: "sent" });
        const [mail] = sink.received.slice(before);
        expect(mail?.to).toEqual(["lea@example.fr"]);
        const head = mail?.raw.split("\r\n\r\n")[0] ?? "";
        const names = head
          .split("\r\n")
          .filter((line) => !/^[ \t]/.test(line))
          .map((line) => line.slice(0, line.indexOf(":")).toLowerCase());
        expect(new Set(names).size).toBe(names.length);
        expect(names).not.toContain("bcc");
        expect(names).not.toContain("cc");
      }),
      { numRuns: 300, seed: 20260901 },
    );
  });
});
