import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Notice } from '@latchkey/ui'
import { useSaidIn } from '../../../said.ts'
import { useWhyNot } from '../../../why-not.ts'
import { guidePath, type NewerSystem } from './guide.ts'

/** Somebody came with a system that is newer than what the guide was held against. */
export function NewerNotice({ newer: { system, version, visits } }: { readonly newer: NewerSystem }) {
  const { newer: said } = useSaidIn('rollout').rolloutGuide
  const client = useClient()
  const unavailable = useWhyNot('change the methods policy')
  const dismiss = useChange({
    does: () => client.send('DELETE', `${guidePath}/newerSystems/${system}/${version}`),
    refresh: [['guide']],
  })
  return (
    <Notice
      tone="warn"
      title={said.title({ system, version })}
      actions={
        <Button
          size="small"
          busy={dismiss.busy ? said.dismiss : undefined}
          unavailable={unavailable}
          onClick={() => dismiss.run()}
        >
          {said.dismiss}
        </Button>
      }
    >
      <p>{said.about({ count: visits })}</p>
      {dismiss.problem && <ProblemNotice problem={dismiss.problem} />}
    </Notice>
  )
}
