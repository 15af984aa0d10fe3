import { toAccent } from '@latchkey/api/accent'
import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Card, TextField } from '@latchkey/ui'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { brandingPath } from './branding.ts'

const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text)

/** The accent: what was chosen, and what pages make of it so that it can be read. */
export function ColourCard({
  kept,
  accent,
  onAccent,
}: {
  readonly kept: string | null
  /** As it was typed; empty is Latchkey's own. */
  readonly accent: string
  onAccent(accent: string): void
}) {
  const { branding, frame } = useSaidIn('organisation')
  const { colour: said } = branding
  const client = useClient()
  const unavailable = useWhyNot('change the organisation')
  const save = useChange<string | null>({
    does: (next) => client.send('PATCH', brandingPath, { body: { accent: next } }),
    refresh: [['branding']],
    done: frame.saved,
  })
  const wrong = accent !== '' && !isColour(accent)
  const differs = accent.toLowerCase() !== (kept ?? '')
  const shown = toAccent(isColour(accent) ? accent : undefined)
  return (
    <Card title={said.title} lead={said.lead}>
      <form
        noValidate
        className="flex max-w-2xl flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!wrong) save.run(accent === '' ? null : accent)
        }}
      >
        <div className="flex flex-wrap items-start gap-3">
          <input
            type="color"
            aria-label={said.pick}
            value={isColour(accent) ? accent : shown.light}
            onChange={({ target }) => onAccent(target.value)}
            className="mt-7 h-11 w-14 flex-none cursor-pointer rounded-xl border border-edge bg-paper p-1"
          />
          <div className="min-w-48 flex-1">
            <TextField
              label={said.field}
              hint={said.hint}
              error={wrong ? said.wrong : undefined}
              maxLength={7}
              spellCheck={false}
              autoComplete="off"
              value={accent}
              onChange={({ target }) => onAccent(target.value.trim())}
            />
          </div>
        </div>
        {isColour(accent) && <Verdict accent={accent.toLowerCase()} />}
        {save.problem && <ProblemNotice problem={save.problem} />}
        <div className="flex flex-wrap gap-2">
          {differs && (
            <Button
              type="submit"
              look="primary"
              busy={save.busy ? frame.saving : undefined}
              unavailable={unavailable}
            >
              {frame.save}
            </Button>
          )}
          {accent !== '' && <Button onClick={() => onAccent('')}>{said.none}</Button>}
        </div>
      </form>
    </Card>
  )
}

function Verdict({ accent }: { readonly accent: string }) {
  const { colour: said } = useSaidIn('organisation').branding
  const { light, dark } = toAccent(accent)
  if (light === accent && dark === accent) return <p className="text-sm text-soft">{said.asIs}</p>
  return (
    <div role="status">
      <p className="text-sm font-semibold">{said.changed}</p>
      <ul className="mt-2 flex flex-wrap gap-3">
        <Swatch name={said.yours} colour={accent} />
        {light !== accent && <Swatch name={said.onLight} colour={light} />}
        {dark !== accent && <Swatch name={said.onDark} colour={dark} />}
      </ul>
    </div>
  )
}

function Swatch({ name, colour }: { readonly name: string; readonly colour: string }) {
  return (
    <li className="flex items-center gap-3 rounded-xl border border-line p-2 pr-4">
      <span aria-hidden className="size-10 rounded-lg border border-line" style={{ background: colour }} />
      <span className="text-sm">
        <span className="block">{name}</span>
        <code className="text-soft">{colour}</code>
      </span>
    </li>
  )
}
