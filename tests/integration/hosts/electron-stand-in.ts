import { fakeElectron } from "../../../main/hosts/electron/fake-electron.ts";

const fake = fakeElectron();
// As `electron main.js …` would start it: arguments come after the script.
Object.assign(fake.app, { isPackaged: false });
export const {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeImage,
  Notification,
  powerMonitor,
  screen,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
} = fake.module;

/** Says what the bundle did, then quits as a person would. */
const report = async (): Promise<void> => {
  const loaded = fake.windows[0]?.loaded[0];
  if (!loaded && fake.errors.length === 0) {
    setTimeout(report, 20);
    return;
  }
  const page = loaded ? await fake.protocols.get("app")?.({ url: loaded }) : undefined;
  process.stdout.write(
    `${JSON.stringify({
      loaded,
      errors: fake.errors,
      status: page?.status,
      title: /<title>(.*)<\/title>/.exec((await page?.text()) ?? "")?.[1],
      preload: fake.windows[0]?.options.webPreferences?.preload,
    })}\n`,
  );
  fake.app.emit("will-quit", { preventDefault: () => {} });
};
setTimeout(report, 20);
