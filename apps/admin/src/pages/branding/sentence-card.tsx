import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Card, TextField } from '@latchkey/ui'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { brandingPath } from './branding.ts'

/** What the organisation says to everybody who signs in. */
export function SentenceCard({
  kept,
  sentence,
  onSentence,
}: {
  readonly kept: string | null
  readonly sentence: string
  onSentence(sentence: string): void
}) {
  const { branding, frame } = useSaidIn('organisation')
  const { sentence: said } = branding
  const client = useClient()
  const unavailable = useWhyNot('change the organisation')
  const save = useChange<string | null>({
    does: (signInText) => client.send('PATCH', brandingPath, { body: { signInText } }),
    refresh: [['branding']],
    done: frame.saved,
  })
  return (
    <Card title={said.title}>
      <form
        noValidate
        className="flex max-w-2xl flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save.run(sentence.trim() === '' ? null : sentence.trim())
        }}
      >
        <TextField
          label={said.field}
          hint={said.hint}
          maxLength={200}
          value={sentence}
          onChange={({ target }) => onSentence(target.value)}
        />
        {save.problem && <ProblemNotice problem={save.problem} />}
        {sentence.trim() !== (kept ?? '') && (
          <div>
            <Button
              type="submit"
              look="primary"
              busy={save.busy ? frame.saving : undefined}
              unavailable={unavailable}
            >
              {frame.save}
            </Button>
          </div>
        )}
      </form>
    </Card>
  )
}
