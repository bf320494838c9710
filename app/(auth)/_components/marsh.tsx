const frond = 'M0 2C14 -20 44 -26 70 4 72 8 71 11 69 12 52 -6 26 -6 0 2Z'

/** One side's fronds are the other's in a mirror. */
const Crown = ({ x, y, size, colour }: { x: number; y: number; size: number; colour: string }) => (
  <g transform={`translate(${x} ${y}) scale(${size})`} fill={colour}>
    {[1, -1].map((side) =>
      [-64, -36, -10, 16, 44].map((turn) => (
        <path key={`${side} ${turn}`} d={frond} transform={`scale(${side} 1) rotate(${turn})`} />
      )),
    )}
    <circle r="5" />
  </g>
)

/** Palms at the edge of a salt marsh, late in the day. Drawn by hand, so that nothing is fetched. */
export function Marsh() {
  return (
    <svg viewBox="0 0 480 800" preserveAspectRatio="xMidYMax slice" role="presentation">
      <defs>
        <linearGradient id="marsh-sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#12372a" />
          <stop offset="0.55" stopColor="#2f6b52" />
          <stop offset="1" stopColor="#e9c9a0" />
        </linearGradient>
        <linearGradient id="marsh-water" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#e6b98a" />
          <stop offset="0.5" stopColor="#6f9a82" />
          <stop offset="1" stopColor="#1c5440" />
        </linearGradient>
      </defs>
      <rect width="480" height="560" fill="url(#marsh-sky)" />
      <circle cx="326" cy="486" r="62" fill="#f6d9ae" opacity="0.55" />
      <circle cx="326" cy="486" r="44" fill="#fbe7c8" />
      <path d="M0 536C70 522 130 528 190 520 262 511 330 526 400 516 430 512 456 514 480 510V600H0Z" fill="#24594a" />
      <rect y="552" width="480" height="248" fill="url(#marsh-water)" />
      <g stroke="#fbe7c8" strokeWidth="2" strokeLinecap="round" opacity="0.6">
        <path d="M300 574H356M286 590H340M318 606H374M300 624H334" />
      </g>
      <g fill="#f6f2e9" opacity="0.9">
        <path d="M128 250c8-8 14-8 20-2 6-6 12-6 20 2-9-3-14-3-20 3-6-6-11-6-20-3Z" />
        <path d="M196 216c6-6 10-6 15-1 5-5 9-5 15 1-7-2-11-2-15 2-4-4-8-4-15-2Z" />
      </g>
      <path d="M0 640C60 622 96 640 150 630 214 618 250 646 312 638 378 630 420 648 480 634V800H0Z" fill="#1c5440" />
      <g stroke="#3f8a68" strokeWidth="3" strokeLinecap="round">
        <path d="M24 650l-6-34M34 652l2-42M46 648l9-36M190 642l-6-30M200 640l2-38M212 642l9-32" />
        <path d="M338 650l-7-32M348 650l2-40M360 650l9-34M440 648l-6-30M450 648l3-36" />
      </g>
      <g>
        <path d="M84 800C88 716 92 640 112 548" stroke="#0b241b" strokeWidth="11" fill="none" strokeLinecap="round" />
        <Crown x={113} y={544} size={1.35} colour="#0b241b" />
        <path d="M182 800C180 752 188 706 178 652" stroke="#0e2c22" strokeWidth="8" fill="none" strokeLinecap="round" />
        <Crown x={178} y={648} size={0.95} colour="#0e2c22" />
      </g>
      <path d="M0 728C90 700 150 742 236 726 320 712 392 744 480 716V800H0Z" fill="#0b241b" />
    </svg>
  )
}
