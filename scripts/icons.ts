import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { IconIcns, IconIco } from "@shockpkg/icon-encoder";
import { chromiumPath } from "./system.ts";

/** `node scripts/icons.ts`: the application’s icons, of every size, from the cactus of Cactus. */
const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "templates", "installer");
const svg = readFileSync(join(root, "renderer", "ui", "cactus.svg"), "utf8");

const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const page = await browser.newPage();

/** The drawing at `size` points; on macOS an icon leaves a tenth of its square empty on each side. */
const png = async (size: number, margin = 0): Promise<Buffer> => {
  const inside = Math.round(size * (1 - 2 * margin));
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;width:${size}px;height:${size}px}svg{width:${inside}px;height:${inside}px}</style>${svg}`,
  );
  return page.screenshot({ omitBackground: true });
};

const windows = [16, 20, 24, 32, 40, 48, 64, 128, 256];
const linux = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** Apple’s types: https://en.wikipedia.org/wiki/Apple_Icon_Image_format, each of one size. */
const mac = [
  ["ic04", 16],
  ["ic11", 32],
  ["ic05", 32],
  ["ic12", 64],
  ["ic07", 128],
  ["ic13", 256],
  ["ic08", 256],
  ["ic14", 512],
  ["ic09", 512],
  ["ic10", 1024],
] as const;

try {
  mkdirSync(join(out, "icons"), { recursive: true });
  for (const size of linux) writeFileSync(join(out, "icons", `${size}x${size}.png`), await png(size));
  const ico = new IconIco();
  for (const size of windows) await ico.addFromPng(await png(size), null, false);
  writeFileSync(join(out, "icon.ico"), ico.encode());
  const icns = new IconIcns();
  icns.toc = true;
  for (const [type, size] of mac) await icns.addFromPng(await png(size, 0.1), [type], false);
  writeFileSync(join(out, "icon.icns"), icns.encode());
  writeFileSync(join(out, "icon.png"), await png(1024));
} finally {
  await browser.close();
}
