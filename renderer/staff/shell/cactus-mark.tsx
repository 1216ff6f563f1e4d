/** The cactus of Cactus: the same file as the page’s icon. */
export const CactusMark = ({ size = 28 }: { size?: number }) => (
  <img src={new URL("../../ui/cactus.svg", import.meta.url).href} width={size} height={size} alt="" />
);
