/** Moves to a field of the tab on screen: scrolled to, focused. False when it is not drawn. */
export const focusField = (champ: string): boolean => {
  const cell = document.querySelector(`[data-champ="${CSS.escape(champ)}"]`);
  const control = cell?.querySelector<HTMLElement>(
    "input:not([type=hidden]):not([disabled]), textarea:not([disabled]), button:not([disabled])",
  );
  if (!cell || !control) return false;
  cell.scrollIntoView({ block: "center" });
  control.focus({ preventScroll: true });
  return true;
};

/** Same, once React has drawn the tab that was just opened. */
export const focusFieldSoon = (champ: string, tries = 20): void => {
  requestAnimationFrame(() => {
    if (!focusField(champ) && tries > 0) focusFieldSoon(champ, tries - 1);
  });
};
