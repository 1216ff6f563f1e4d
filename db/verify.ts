import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Engine } from "./engines/engine.ts";
import type { SecretBox } from "./ports.ts";
import { auditHash, FIRST_LINK } from "./repositories/audit.ts";
import { snapshotHash, toInstantane } from "./repositories/dossiers.ts";

type Point = { point: string; ok: boolean; detail: string };

const sentence = (
  wrong: number,
  fine: string,
  broken: (n: number) => string,
): { ok: boolean; detail: string } =>
  wrong === 0 ? { ok: true, detail: fine } : { ok: false, detail: broken(wrong) };

/** Integrity, point by point, in French sentences without personal data. Reads everything, changes nothing. */
export const verifyStore = (engine: Engine, secrets: SecretBox): Promise<readonly Point[]> =>
  engine.read(async (db) => {
    const points: Point[] = [];
    if (engine.name === "sqlite") {
      const integrity = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(db);
      const faults = integrity.rows.filter((row) => row.integrity_check !== "ok").length;
      points.push({
        point: "Fichier de la base",
        ...sentence(
          faults,
          "Aucune anomalie.",
          (n) => `${n} anomalie(s)\u00a0: restaurez la dernière sauvegarde.`,
        ),
      });
      const orphans = (await sql`PRAGMA foreign_key_check`.execute(db)).rows.length;
      points.push({
        point: "Liens entre les tables",
        ...sentence(orphans, "Tous les liens sont bons.", (n) => `${n} lien(s) rompu(s).`),
      });
    }
    let previous = FIRST_LINK;
    let broken = 0;
    let entries = 0;
    for (let from = 0; ; ) {
      const rows = await db
        .selectFrom("audit")
        .selectAll()
        .where("numero", ">", from)
        .orderBy("numero")
        .limit(2000)
        .execute();
      for (const { empreinte, ...row } of rows) {
        entries += 1;
        if (row.precedente !== previous || auditHash({ ...row, numero: Number(row.numero) }) !== empreinte)
          broken += 1;
        previous = empreinte;
      }
      const last = rows.at(-1);
      if (!last) break;
      from = Number(last.numero);
    }
    points.push({
      point: "Historique",
      ...sentence(broken, `${entries} écritures, chaîne intacte.`, (n) => `${n} écriture(s) altérée(s).`),
    });

    const snapshots = await db.selectFrom("instantane").selectAll().execute();
    const changed = snapshots.filter((row) => {
      try {
        return snapshotHash(toInstantane({ secrets }, row).contenu) !== row.empreinte;
      } catch {
        return true;
      }
    }).length;
    points.push({
      point: "Dossiers figés",
      ...sentence(
        changed,
        `${snapshots.length} instantanés, empreintes conformes.`,
        (n) => `${n} instantané(s) ne correspondent plus à leur empreinte.`,
      ),
    });

    const files = await db.selectFrom("fichier").select(["id", "empreinte"]).execute();
    let damaged = 0;
    for (const file of files) {
      const row = await db
        .selectFrom("fichier")
        .select("contenu")
        .where("id", "=", file.id)
        .executeTakeFirstOrThrow();
      if (createHash("sha256").update(row.contenu).digest("hex") !== file.empreinte) damaged += 1;
    }
    points.push({
      point: "Fichiers joints",
      ...sentence(
        damaged,
        `${files.length} fichiers, empreintes conformes.`,
        (n) => `${n} fichier(s) abîmé(s).`,
      ),
    });
    return points;
  });
