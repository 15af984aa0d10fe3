import { toAccent } from '@latchkey/api/accent'
import { useBoot } from '@latchkey/front'
import { Brand } from '@latchkey/ui'
import type { CSSProperties } from 'react'
import { useSaidIn } from '../../said.ts'
import type { Branding, Ground } from './branding.ts'

/** As the sign-in pages have them. */
const papers: Readonly<
  Record<Ground, { ground: string; paper: string; ink: string; soft: string; line: string }>
> = {
  light: { ground: '#f4f5f7', paper: '#ffffff', ink: '#14171f', soft: '#565d6b', line: '#dfe2e8' },
  dark: { ground: '#121419', paper: '#1c1f26', ink: '#eef0f4', soft: '#a8afbd', line: '#333844' },
}

/** What is being entered. */
interface Shown {
  readonly branding: Branding
  readonly accent: string
  readonly sentence: string
}

/** The sign-in page as it would be, light and dark, while somebody types. */
export function Preview(shown: Shown) {
  const { preview: said } = useSaidIn('organisation').branding
  return (
    <section aria-label={said.title} className="flex flex-col gap-4 xl:sticky xl:top-4">
      <h2 className="text-lg font-bold">{said.title}</h2>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-1">
        <Page {...shown} ground="light" />
        <Page {...shown} ground="dark" />
      </div>
    </section>
  )
}

function Page({ branding, accent, sentence, ground }: Shown & { readonly ground: Ground }) {
  const { preview: said } = useSaidIn('organisation').branding
  const { organisation } = useBoot()
  const { ground: behind, paper, ink, soft, line } = papers[ground]
  const colours = toAccent(accent)
  const [colour, on] = ground === 'light' ? [colours.light, colours.onLight] : [colours.dark, colours.onDark]
  // What the parts inside take for the accent, too.
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--accent': colour,
    '--on-accent': on,
    background: `radial-gradient(20rem 12rem at 50% -4rem, color-mix(in srgb, ${colour} 13%, ${behind}), ${behind})`,
    color: ink,
  }
  const look = said[ground]
  return (
    <figure className="flex flex-col gap-2">
      <div
        role="img"
        aria-label={said.about({ look })}
        style={style}
        className="rounded-2xl border border-line p-5"
      >
        <div aria-hidden className="rounded-2xl border p-5" style={{ background: paper, borderColor: line }}>
          <Head branding={branding} ground={ground} name={organisation.displayName} />
          <p className="mt-5 text-lg font-semibold">{said.heading}</p>
          <p className="mt-3 text-sm font-semibold">{said.field}</p>
          <p className="mt-1 h-9 rounded-lg border" style={{ borderColor: soft }} />
          <p
            className="mt-4 grid h-9 place-items-center rounded-lg text-sm font-semibold"
            style={{ background: colour, color: on }}
          >
            {said.next}
          </p>
          {sentence.trim() !== '' && (
            <p className="mt-4 border-t pt-3 text-xs break-words" style={{ borderColor: line, color: soft }}>
              {sentence}
            </p>
          )}
        </div>
      </div>
      <figcaption className="text-sm text-soft">{look}</figcaption>
    </figure>
  )
}

function Head({
  branding: { logos },
  ground,
  name,
}: {
  readonly branding: Branding
  readonly ground: Ground
  readonly name: string
}) {
  const other = ground === 'light' ? 'dark' : 'light'
  const logo = logos[ground] ?? logos[other]
  if (logo === null) return <Brand name={name} />
  const borrowed = logos[ground] === null
  return (
    <span
      className={borrowed ? 'inline-block rounded-xl p-2.5' : 'inline-block'}
      {...(borrowed && { style: { background: papers[other].paper } })}
    >
      <img src={logo.address} width={logo.width} height={logo.height} alt="" className="h-auto max-w-full" />
    </span>
  )
}
