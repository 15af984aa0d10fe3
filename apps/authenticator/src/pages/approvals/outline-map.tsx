import { findCountryPoint } from './country-points.ts'
import { worldOutline } from './world-outline.ts'

/** Degrees as they are: one unit of the picture is one degree. The far south is left out. */
const path = worldOutline
  .map((ring) => `M${ring.map(([longitude, latitude]) => `${longitude + 180} ${90 - latitude}`).join('L')}Z`)
  .join('')

/** How much of the world is seen around a country, in degrees. */
const width = 120
const height = 64

/** The part of the world a country is in, and a mark on it. Nothing is asked of anybody for it. */
export function OutlineMap({ country, label }: { readonly country: string; readonly label: string }) {
  const point = findCountryPoint(country)
  if (point === undefined) return null
  const x = point[0] + 180
  const y = 90 - point[1]
  const left = Math.min(Math.max(x - width / 2, 0), 360 - width)
  const top = Math.min(Math.max(y - height / 2, 4), 148 - height)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${left} ${top} ${width} ${height}`}
      className="w-full rounded-xl border border-line bg-hover"
    >
      <path d={path} className="fill-paper stroke-line" strokeWidth="0.5" strokeLinejoin="round" />
      <circle cx={x} cy={y} r="7" className="fill-accent" opacity="0.2" />
      <circle cx={x} cy={y} r="2.2" className="fill-accent" />
    </svg>
  )
}
