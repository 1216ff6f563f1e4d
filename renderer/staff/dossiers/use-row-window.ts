import { type RefObject, useEffect, useState } from "react";

export interface RowWindow {
  readonly start: number;
  readonly end: number;
}

/** Which rows of a long table are drawn: those in sight and as many again on each side. Heights in px. */
export const rowWindow = (top: number, viewport: number, rowHeight: number, count: number): RowWindow => {
  const visible = Math.ceil(viewport / rowHeight);
  const first = Math.floor(Math.max(0, -top) / rowHeight);
  const start = Math.max(0, Math.min(first - visible, count - 1));
  return { start, end: Math.min(count, first + 2 * visible) };
};

export const useRowWindow = (
  body: RefObject<HTMLElement | null>,
  rowHeight: number,
  count: number,
): RowWindow => {
  const [range, setRange] = useState<RowWindow>({ start: 0, end: Math.min(count, 60) });
  useEffect(() => {
    const measure = () => {
      if (!body.current) return;
      const next = rowWindow(body.current.getBoundingClientRect().top, window.innerHeight, rowHeight, count);
      setRange((before) => (before.start === next.start && before.end === next.end ? before : next));
    };
    measure();
    window.addEventListener("scroll", measure, { passive: true });
    window.addEventListener("resize", measure);
    return () => {
      window.removeEventListener("scroll", measure);
      window.removeEventListener("resize", measure);
    };
  }, [body, rowHeight, count]);
  return range;
};
