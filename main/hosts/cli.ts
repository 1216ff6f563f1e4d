import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Command, CommanderError } from "commander";
import { demoCommand } from "./cli/demo.ts";
import { diagnosticCommand } from "./cli/diagnostic.ts";
import { documentCommand, listCommand, packCommand } from "./cli/dossiers.ts";
import { inFrench, sentenceFor } from "./cli/failure.ts";
import { backupCommand, verifyCommand } from "./cli/maintenance.ts";
import { checkCommand, payCommand } from "./cli/rules.ts";
import { version } from "./options.ts";

/** `npm run cactus -- <command>`: the same use cases as the screens. Failures: a French sentence on stderr, code 1. */
const program = new Command("cactus")
  .description("Cactus en ligne de commande")
  .version(version)
  .exitOverride()
  .configureOutput({
    outputError: (text, write) => write(inFrench(text)),
  });
const data = ["--data <dossier>", "dossier de données"] as const;
const json = ["--json", "sortie pour une machine"] as const;

program
  .command("demo")
  .description("crée le CFA de démonstration")
  .option(...data)
  .option(...json)
  .action(demoCommand);
program
  .command("dossiers")
  .description("liste les dossiers et leurs documents disponibles")
  .option(...data)
  .option(...json)
  .action(listCommand);
program
  .command("document")
  .description("écrit un document d’un dossier")
  .requiredOption("--dossier <référence>", "référence du dossier")
  .requiredOption("--type <type>", "cerfa, convention, calendrier ou programme")
  .requiredOption("--out <fichier>", "fichier PDF à écrire")
  .option(...data)
  .action(documentCommand);
program
  .command("liasse")
  .description("écrit la liasse d’un ou de plusieurs dossiers")
  .requiredOption("--dossier <références...>", "références des dossiers")
  .requiredOption("--out <fichier>", "fichier zip à écrire")
  .option(...data)
  .action(packCommand);
program
  .command("verifier")
  .description("vérifie l’intégrité de la base")
  .option(...data)
  .option(...json)
  .action(verifyCommand);
program
  .command("sauvegarder")
  .description("écrit une sauvegarde vérifiée")
  .option("--out <fichier>", "fichier à écrire")
  .option(...data)
  .action(backupCommand);
program
  .command("diagnostic")
  .description("écrit un diagnostic pour le support, sans donnée personnelle")
  .requiredOption("--out <fichier>", "fichier zip à écrire")
  .option(...data)
  .action(diagnosticCommand);
program
  .command("controler")
  .description("contrôle un dossier donné en JSON (identifiants du CERFA)")
  .requiredOption("--fichier <fichier>", "fichier JSON")
  .option(...json)
  .action(checkCommand);
program
  .command("remuneration")
  .description("calcule la rémunération minimale d’un contrat d’apprentissage")
  .requiredOption("--naissance <date>", "AAAA-MM-JJ")
  .requiredOption("--debut <date>", "AAAA-MM-JJ")
  .requiredOption("--fin <date>", "AAAA-MM-JJ")
  .option("--diplome <code>", "code du diplôme visé (62\u00a0: licence professionnelle)")
  .option("--secteur <secteur>", "prive ou public")
  .option(...json)
  .action(payCommand);
program
  .command("portail")
  .description("sert le portail des alternants et des entreprises")
  .option("--port <n>", "port d’écoute")
  .option(...data)
  .allowUnknownOption()
  .action((_options: unknown, command: Command) => {
    const entry = fileURLToPath(new URL("./portal/main.ts", import.meta.url));
    const args = process.argv.slice(process.argv.indexOf(command.name()) + 1);
    const child = spawn(process.execPath, [entry, ...args], { stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
    child.on("exit", (code) => process.exit(code ?? 1));
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exit(error.exitCode);
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exit(1);
}
