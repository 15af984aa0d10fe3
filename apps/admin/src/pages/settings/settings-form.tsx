import { ProblemNotice } from '@latchkey/front'
import { Button, Card } from '@latchkey/ui'
import type { ReactNode } from 'react'
import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { type OrganisationChange, settingsPath } from './organisation.ts'

/** A part of the settings that is saved by itself. What would shut people out is asked about first. */
export function SettingsForm({
  title,
  lead,
  change,
  isRight,
  children,
}: {
  readonly title: string
  readonly lead?: string
  /** What is to change; absent as long as nothing does. */
  readonly change: OrganisationChange | undefined
  /** Whether it can be saved; says what is wrong, where it is wrong. */
  isRight(): boolean
  readonly children: ReactNode
}) {
  const { settings: said, frame } = useSaidIn('organisation')
  const unavailable = useWhyNot('change the organisation')
  const save = useRuleChange<OrganisationChange>({
    request: (body) => ({ method: 'PATCH', path: settingsPath, body }),
    refresh: [['settings']],
    done: frame.saved,
  })
  return (
    <Card title={title} {...(lead !== undefined && { lead })}>
      <form
        noValidate
        className="flex max-w-2xl flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (isRight() && change !== undefined) save.run(change)
        }}
      >
        {children}
        {save.problem && <ProblemNotice problem={save.problem} />}
        {(change !== undefined || save.busy) && (
          <div>
            <Button
              type="submit"
              look="primary"
              busy={save.busy ? frame.saving : undefined}
              unavailable={unavailable}
            >
              {said.saveAll}
            </Button>
          </div>
        )}
      </form>
      {save.dialog}
    </Card>
  )
}
