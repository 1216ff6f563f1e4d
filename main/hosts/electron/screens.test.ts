import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openingPlace, type Place, screenKey } from "./screens.ts";

const screen = (id: number, x: number, width: number, height: number) => ({
  id,
  scaleFactor: 1,
  workArea: { x, y: 0, width, height },
});
const laptop = screen(1, 0, 1366, 728);
const desk = screen(2, 1366, 2560, 1400);
const left: Place = {
  x: 1500,
  y: 100,
  width: 1600,
  height: 1200,
  agrandie: true,
  pleinEcran: false,
  zoom: 1,
};

describe("where the window opens", () => {
  it("in the middle of the main screen the first time, within it", () => {
    expect(openingPlace([laptop], laptop, {}, undefined)).toMatchObject({
      x: 0,
      y: 0,
      width: 1366,
      height: 728,
    });
    expect(openingPlace([desk], desk, {}, undefined)).toMatchObject({ width: 1440, height: 900 });
  });

  it("as it was left on the screen of last time, text size included", () => {
    expect(openingPlace([laptop, desk], laptop, { [screenKey(desk)]: left }, screenKey(desk))).toEqual(left);
  });

  it("on the main screen when the other was unplugged", () => {
    expect(openingPlace([laptop], laptop, { [screenKey(desk)]: left }, screenKey(desk))).toMatchObject({
      x: 0,
      zoom: 0,
    });
  });

  it("never outside its screen, whatever was remembered", () => {
    const number = fc.integer({ min: -30_000, max: 30_000 });
    fc.assert(
      fc.property(
        number,
        number,
        fc.integer({ min: 200, max: 20_000 }),
        fc.integer({ min: 200, max: 20_000 }),
        (x, y, width, height) => {
          const key = screenKey(laptop);
          const opened = openingPlace([laptop], laptop, { [key]: { ...left, x, y, width, height } }, key);
          expect(opened.x).toBeGreaterThanOrEqual(0);
          expect(opened.y).toBeGreaterThanOrEqual(0);
          expect(opened.x + opened.width).toBeLessThanOrEqual(1366);
          expect(opened.y + opened.height).toBeLessThanOrEqual(728);
        },
      ),
    );
  });
});
