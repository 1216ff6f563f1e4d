import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";

type Box = NonNullable<Awaited<ReturnType<Locator["boundingBox"]>>>;

/** A font that every machine that runs the tests has, and as narrow as those of Windows and macOS. */
const fonts = '"Liberation Sans", Arial, sans-serif';

const around = (
  boxes: readonly Box[],
  margin: number,
  { width, height }: { width: number; height: number },
) => {
  const left = Math.max(0, Math.floor(Math.min(...boxes.map((box) => box.x)) - margin));
  const top = Math.max(0, Math.floor(Math.min(...boxes.map((box) => box.y)) - margin));
  const right = Math.min(width, Math.ceil(Math.max(...boxes.map((box) => box.x + box.width)) + margin));
  const bottom = Math.min(height, Math.ceil(Math.max(...boxes.map((box) => box.y + box.height)) + margin));
  return { x: left, y: top, width: right - left, height: bottom - top };
};

/** Below the header, where the whole of it is seen; what is in the window already stays where it is. */
const bringUp = async (page: Page, first: Locator, height: number): Promise<void> => {
  const box = await first.boundingBox();
  const window = page.viewportSize()?.height ?? 800;
  if (!box || (box.y >= 0 && box.y + Math.min(box.height, height) <= window)) return;
  await page.evaluate((by) => globalThis.scrollBy(0, by), box.y - 104);
};

export interface Shot {
  /** What is cut out, with what stands between; the whole window when absent. */
  readonly of?: readonly Locator[];
  /** What to look at: a frame is drawn around it. */
  readonly look?: Locator;
  /** No more than this many pixels of height. */
  readonly height?: number;
  readonly margin?: number;
}

/** Pictures of a page, in a folder, as PNG. */
export const cameraOf = (page: Page, folder: string) => {
  mkdirSync(folder, { recursive: true });
  const frame = async (look: Locator): Promise<void> => {
    const box = await look.boundingBox();
    if (!box) throw new Error(`nothing to look at: ${look}`);
    await page.evaluate(({ x, y, width, height }) => {
      const ring = document.createElement("div");
      ring.id = "cadre";
      Object.assign(ring.style, {
        position: "fixed",
        left: `${x - 5}px`,
        top: `${y - 5}px`,
        width: `${width + 10}px`,
        height: `${height + 10}px`,
        border: "3px solid #e8590c",
        borderRadius: "8px",
        zIndex: "5000",
        pointerEvents: "none",
        boxSizing: "border-box",
      });
      document.body.append(ring);
    }, box);
  };
  return async (name: string, { of = [], look, height = 800, margin = 12 }: Shot = {}): Promise<void> => {
    await page.evaluate((family) => {
      document.documentElement.style.setProperty("--mantine-font-family", family);
      document.documentElement.style.setProperty("--mantine-font-family-headings", family);
      // A blinking caret is seen one time out of two.
      document.documentElement.style.setProperty("caret-color", "transparent");
    }, fonts);
    for (const notice of await page.locator(".mantine-Notification-closeButton").all())
      await notice.click({ timeout: 2_000 }).catch(() => undefined);
    // What is drawn stops moving.
    await page.waitForTimeout(700);
    if (of[0]) await bringUp(page, of[0], height);
    if (look) await look.scrollIntoViewIfNeeded();
    await page.mouse.move(2, 2);
    await page.waitForTimeout(300);
    if (look) await frame(look);
    const boxes = await Promise.all(of.map((one) => one.boundingBox()));
    const seen = boxes.filter((box): box is Box => box !== null);
    if (seen.length < of.length) throw new Error(`${name}: something to show is not on the screen`);
    const size = page.viewportSize() ?? { width: 1280, height: 800 };
    const clip = seen.length > 0 ? around(seen, margin, size) : { x: 0, y: 0, ...size };
    await page.screenshot({
      path: join(folder, `${name}.png`),
      clip: { ...clip, height: Math.min(clip.height, height) },
    });
    await page.evaluate(() => document.getElementById("cadre")?.remove());
  };
};
export type Camera = ReturnType<typeof cameraOf>;
