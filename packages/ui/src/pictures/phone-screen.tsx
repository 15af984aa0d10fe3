/** A line of a phone's settings. */
export interface PhoneRow {
  readonly label: string
  /** `opens` another page; a switch that is `on`; one of several that is `chosen`. */
  readonly control: 'opens' | 'on' | 'chosen'
  /** The line to look for. */
  readonly marked?: true
}

/** A page of a phone's settings, drawn: enough to recognise it, whatever the phone looks like. */
export interface PhoneScreenProps {
  readonly title: string
  readonly rows: readonly PhoneRow[]
  /** Lines that only show that there are more, before and after. */
  readonly others?: { readonly before: number; readonly after: number }
  /** What the drawing shows, for whoever does not see it. */
  readonly label: string
}

const width = 220
const rowHeight = 44
const top = 74

/** See `PhoneScreenProps`. Nothing in it is to be read as text of the page: the steps beside it say it all. */
export function PhoneScreen({ title, rows, others = { before: 0, after: 0 }, label }: PhoneScreenProps) {
  const lines = others.before + rows.length + others.after
  const height = Math.max(300, top + lines * rowHeight + 40)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      className="h-auto w-44 flex-none sm:w-52"
    >
      <rect
        x="2"
        y="2"
        width={width - 4}
        height={height - 4}
        rx="28"
        className="fill-ground stroke-edge"
        strokeWidth="3"
      />
      <rect x={width / 2 - 26} y="14" width="52" height="9" rx="4.5" className="fill-edge" />
      <FittedText x={20} y={56} size={17} room={width - 40} bold text={title} />
      <rect
        x="12"
        y={top - 4}
        width={width - 24}
        height={lines * rowHeight + 8}
        rx="14"
        className="fill-paper stroke-line"
      />
      {[...Array(lines).keys()].map((line) => {
        const y = top + line * rowHeight
        const row = rows[line - others.before]
        return row === undefined ? (
          <OtherRow key={`line ${line}`} line={line} y={y} />
        ) : (
          <Row key={`line ${line}`} row={row} y={y} first={line === 0} />
        )
      })}
      <rect x={width / 2 - 34} y={height - 18} width="68" height="5" rx="2.5" className="fill-edge" />
    </svg>
  )
}

/** A line that is not what one looks for. */
function OtherRow({ line, y }: { readonly line: number; readonly y: number }) {
  return (
    <g>
      {line > 0 && <path d={`M24 ${y}H${width - 20}`} className="stroke-line" />}
      <rect
        x="26"
        y={y + rowHeight / 2 - 4}
        width={62 + ((line * 23) % 40)}
        height="8"
        rx="4"
        className="fill-line"
      />
      <path
        d={`M${width - 32} ${y + rowHeight / 2 - 5}l5 5l-5 5`}
        className="fill-none stroke-line"
        strokeWidth="2"
      />
    </g>
  )
}

function Row({ row, y, first }: { readonly row: PhoneRow; readonly y: number; readonly first: boolean }) {
  const middle = y + rowHeight / 2
  return (
    <g>
      {!first && <path d={`M24 ${y}H${width - 20}`} className="stroke-line" />}
      {row.marked && (
        <rect
          x="15"
          y={y + 2}
          width={width - 30}
          height={rowHeight - 4}
          rx="10"
          className="fill-hover stroke-accent"
          strokeWidth="2.5"
        />
      )}
      <FittedText x={26} y={middle + 4.5} size={13} room={width - 88} text={row.label} />
      <Control kind={row.control} y={middle} />
    </g>
  )
}

function Control({ kind, y }: { readonly kind: PhoneRow['control']; readonly y: number }) {
  const x = width - 28
  switch (kind) {
    case 'opens':
      return <path d={`M${x - 4} ${y - 5}l5 5l-5 5`} className="fill-none stroke-soft" strokeWidth="2" />
    case 'on':
      return (
        <g>
          <rect x={x - 28} y={y - 10} width="34" height="20" rx="10" className="fill-good" />
          <circle cx={x - 4} cy={y} r="8" className="fill-paper" />
        </g>
      )
    case 'chosen':
      return <path d={`M${x - 10} ${y}l4.5 4.5l8 -9`} className="fill-none stroke-accent" strokeWidth="2.5" />
  }
}

/** Text that is squeezed a little, or ends in dots, where it would not fit: languages differ in length. */
function FittedText({
  x,
  y,
  size,
  room,
  text,
  bold,
}: {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly room: number
  readonly text: string
  readonly bold?: true
}) {
  const { shown, fontSize } = fit(text, size, room, bold ? 'bold' : 'usual')
  return (
    <text x={x} y={y} fontSize={fontSize} className={bold ? 'fill-ink font-bold' : 'fill-ink'}>
      {shown}
    </text>
  )
}

/** How wide a letter is, in parts of its size: Latin letters on the average, and those that fill a square. */
function fit(
  text: string,
  size: number,
  room: number,
  weight: 'bold' | 'usual',
): { readonly shown: string; readonly fontSize: number } {
  const ems = [...text].reduce(
    (sum, letter) => sum + (letter > '\u2e7f' ? 1 : weight === 'bold' ? 0.66 : 0.58),
    0,
  )
  const fontSize = Math.max(size * 0.78, Math.min(size, room / ems))
  if (ems * fontSize <= room) return { shown: text, fontSize }
  const keep = Math.max(1, Math.floor(([...text].length * room) / (ems * fontSize)) - 1)
  return { shown: `${[...text].slice(0, keep).join('').trimEnd()}…`, fontSize }
}
