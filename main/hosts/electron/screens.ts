import type { Display, Rectangle } from "electron";
import { z } from "zod";

/** Where the window was on one screen, and how large its text. */
export const place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
  agrandie: z.boolean(),
  pleinEcran: z.boolean(),
  zoom: z.number().min(-3).max(5),
});
export type Place = z.infer<typeof place>;

type Screen = Pick<Display, "id" | "workArea" | "scaleFactor">;

/** A screen is known by its place and size: its id changes from one start to the next on some systems. */
export const screenKey = ({ workArea: { x, y, width, height }, scaleFactor }: Screen): string =>
  `${width}x${height}@${scaleFactor}+${x}+${y}`;

const usual = { width: 1440, height: 900 };
export const smallest = { width: 1024, height: 700 };

const bounded = (wanted: number, least: number, room: number): number =>
  Math.min(Math.max(wanted, Math.min(least, room)), room);

/** A remembered rectangle brought back wholly onto its screen, whose resolution may have changed meanwhile. */
const onto = (area: Rectangle, wanted: Rectangle): Rectangle => {
  const width = bounded(wanted.width, smallest.width, area.width);
  const height = bounded(wanted.height, smallest.height, area.height);
  return {
    width,
    height,
    x: Math.min(Math.max(wanted.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(wanted.y, area.y), area.y + area.height - height),
  };
};

/**
 * Where a window opens: as it was left on the screen of last time if it is still there, else as it was left on the
 * main screen, else in its middle.
 */
export const openingPlace = (
  screens: readonly Screen[],
  primary: Screen,
  known: Readonly<Record<string, Place>>,
  last: string | undefined,
): Place => {
  const screen = screens.find((one) => screenKey(one) === last) ?? primary;
  const { workArea } = screen;
  const remembered = known[screenKey(screen)];
  if (remembered) return { ...remembered, ...onto(workArea, remembered) };
  const width = bounded(usual.width, smallest.width, workArea.width);
  const height = bounded(usual.height, smallest.height, workArea.height);
  return {
    width,
    height,
    x: workArea.x + Math.floor((workArea.width - width) / 2),
    y: workArea.y + Math.floor((workArea.height - height) / 2),
    agrandie: false,
    pleinEcran: false,
    zoom: 0,
  };
};
