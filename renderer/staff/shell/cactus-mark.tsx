/** The cactus of Cactus. */
export const CactusMark = ({ size = 28 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="8" fill="#1f7a4d" />
    <path
      d="M16 26V7.5M16 20h-3.5A3.5 3.5 0 0 1 9 16.5V13M16 17h3.5a3.5 3.5 0 0 0 3.5-3.5V11"
      fill="none"
      stroke="#fff"
      strokeWidth="3.6"
      strokeLinecap="round"
    />
    <path d="M10 27h12" stroke="#bfe5cf" strokeWidth="2" strokeLinecap="round" />
  </svg>
);
