/** A QR code: dark on white with a margin, whatever the colours of the page, or cameras miss it. */
export function QrCode({
  size,
  path,
  label,
}: {
  readonly size: number
  /** Dark modules of one unit, margin included. */
  readonly path: string
  readonly label: string
}) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="h-auto w-48 rounded-xl border border-line"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  )
}
