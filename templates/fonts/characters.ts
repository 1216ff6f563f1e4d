const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join("");

/** What the embedded fonts hold: Latin letters, French punctuation, the marks of our documents. */
export const characters = `${range(0x20, 0x7e)}${range(0xa0, 0x17f)}${range(0x1fa, 0x1ff)}${range(0x218, 0x21b)}–—‘’‚“”„†•…‰‹›€™−■□●▲◊`;
