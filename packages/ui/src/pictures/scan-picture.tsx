/** A phone that scans a code on a computer, both near each other. */
export function ScanPicture({ label }: { readonly label: string }) {
  return (
    <svg role="img" aria-label={label} viewBox="0 0 320 180" className="h-auto w-full max-w-sm">
      <rect
        x="14"
        y="14"
        width="190"
        height="126"
        rx="12"
        className="fill-paper stroke-edge"
        strokeWidth="3"
      />
      <path
        d="M2 154h214l-10 14H12z"
        className="fill-hover stroke-edge"
        strokeWidth="3"
        strokeLinejoin="round"
      />
      <g className="fill-ink">
        <path
          d="M76 44h26v26H76zm6 6v14h14V50zM118 44h26v26h-26zm6 6v14h14V50zM76 86h26v26H76zm6 6v14h14V92z"
          fillRule="evenodd"
        />
        <path d="M86 54h6v6h-6zM128 54h6v6h-6zM86 96h6v6h-6zM108 44h5v10h-5zM108 60h5v14h-5zM76 76h12v5H76zM94 76h8v5h-8zM118 78h10v6h-10zM134 76h10v12h-10zM110 88h12v6h-12zM126 92h6v12h-6zM110 100h10v12h-10zM136 98h8v14h-8zM122 108h8v4h-8z" />
      </g>
      <path
        d="M214 62q14 16 0 34M226 50q24 28 0 58"
        className="fill-none stroke-accent"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <rect
        x="250"
        y="26"
        width="62"
        height="120"
        rx="13"
        className="fill-paper stroke-edge"
        strokeWidth="3"
      />
      <rect x="271" y="33" width="20" height="4" rx="2" className="fill-edge" />
      <path
        d="M262 66v-8h8M300 66v-8h-8M262 92v8h8M300 92v8h-8"
        className="fill-none stroke-accent"
        strokeWidth="3.5"
        strokeLinecap="round"
      />
      <rect x="270" y="68" width="22" height="22" rx="3" className="fill-ink" />
      <rect x="276" y="74" width="10" height="10" className="fill-paper" />
      <rect x="262" y="116" width="38" height="13" rx="6.5" className="fill-accent" />
    </svg>
  )
}
