import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Configuration, Platform } from "electron-builder";
import { buildElectron, buildRenderer } from "./build.ts";
import { fetchNatives } from "./natives.ts";
import { signUpdates } from "./sign-update.ts";

/**
 * `npm run package`: this system’s installers, for both processors, in dist/installers. What signs them is in the
 * environment (docs/deploiement.md); what is not signed is said.
 */
type Environment = Readonly<Record<string, string | undefined>>;

interface Signing {
  readonly config: Configuration;
  /** French sentence for whoever builds. */
  readonly said: string;
}

const windows = (env: Environment): Signing => {
  const {
    AZURE_SIGN_ENDPOINT: endpoint,
    AZURE_SIGN_ACCOUNT: codeSigningAccountName,
    AZURE_SIGN_PROFILE: certificateProfileName,
    AZURE_SIGN_PUBLISHER: publisherName,
  } = env;
  if (endpoint && codeSigningAccountName && certificateProfileName && publisherName)
    return {
      config: {
        forceCodeSigning: true,
        win: {
          azureSignOptions: { endpoint, codeSigningAccountName, certificateProfileName, publisherName },
        },
      },
      said: "Installeurs signés par Azure Trusted Signing.",
    };
  return env.WIN_CSC_LINK || env.CSC_LINK
    ? { config: { forceCodeSigning: true }, said: "Installeurs signés par le certificat fourni." }
    : {
        config: {},
        said: "Installeurs NON SIGNÉS\u00a0: Windows avertira la personne qui installe (SmartScreen).",
      };
};

const mac = (env: Environment): Signing => {
  if (!env.CSC_LINK)
    return {
      // Apple’s processors run nothing without a signature, at least an anonymous one; the hardened runtime would then
      // refuse Electron’s own libraries, which another signature made (library validation).
      config: { mac: { identity: "-", hardenedRuntime: false, notarize: false } },
      said: "Application NON SIGNÉE\u00a0: macOS la refusera hors de cette machine, et elle ne se mettra pas à jour.",
    };
  const notarize = Boolean(env.APPLE_API_KEY && env.APPLE_API_KEY_ID && env.APPLE_API_ISSUER);
  return {
    config: { forceCodeSigning: true, mac: { notarize } },
    said: notarize ? "Application signée et notarisée." : "Application signée, NON NOTARISÉE.",
  };
};

/** How this system’s installers are signed, from the secrets that are there. */
export const signing = (platform: NodeJS.Platform, env: Environment): Signing =>
  platform === "win32"
    ? windows(env)
    : platform === "darwin"
      ? mac(env)
      : { config: {}, said: "Linux n’a pas de signature d’installeur\u00a0: vérifiez SHA256SUMS." };

const packageAll = async (): Promise<void> => {
  if (!process.env.CACTUS_MISES_A_JOUR)
    throw new Error(
      "CACTUS_MISES_A_JOUR manque\u00a0: l’adresse de votre serveur de mises à jour (https://…), même si personne n’y répond encore.",
    );
  await buildRenderer();
  await buildElectron();
  fetchNatives();
  const { config, said } = signing(process.platform, process.env);
  await build({
    projectDir: fileURLToPath(new URL("..", import.meta.url)),
    targets: Platform.current().createTarget(),
    config: { extends: "electron-builder.yml", ...config },
    publish: "never",
  });
  const { CACTUS_CLE_MISES_A_JOUR: believed, CACTUS_CLE_PUBLICATION: key } = process.env;
  process.stdout.write(`${said}\n`);
  if (believed && key) signUpdates(join("dist", "installers"), key);
  else
    process.stdout.write(
      "Mises à jour NON SIGNÉES\u00a0: cette application ne se mettra pas à jour d’elle-même.\n",
    );
};

if (process.argv[1] === fileURLToPath(import.meta.url))
  await packageAll().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
