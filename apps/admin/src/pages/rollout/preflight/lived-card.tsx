import { useTimes } from '@latchkey/front'
import { Button, buttonClass, Card } from '@latchkey/ui'
import { Circle, CircleCheck } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Link } from 'react-router'
import { useSaid, useSaidIn } from '../../../said.ts'
import { PassDialog } from '../../people/pass-dialog.tsx'
import { useIssuePass } from '../../people/use-issue-pass.ts'
import { useMayTo, usePerson } from '../../people/use-person.ts'
import type { Preflight } from './preflight.ts'

/** What the test person did: ticked off as it happens. */
export function LivedCard({
  preflight,
  person,
}: {
  readonly preflight: Preflight
  readonly person: NonNullable<Preflight['person']>
}) {
  const said = useSaidIn('rollout').campaign.preflight
  const { ago } = useTimes()
  const [issuing, setIssuing] = useState(false)
  const { rulesChangedDateTime: changed } = preflight
  const steps = [
    [said.livedSteps.pass, preflight.passUsedDateTime],
    [said.livedSteps.created, preflight.passkeyCreatedDateTime],
    [said.livedSteps.signedIn, preflight.signedInDateTime],
  ] as const
  return (
    <Card
      title={said.lived}
      lead={said.livedLead}
      actions={
        <Button size="small" look="primary" onClick={() => setIssuing(true)}>
          {said.issue}
        </Button>
      }
    >
      <p className="mb-4 flex flex-wrap items-center justify-between gap-2">
        <span>
          <span className="font-semibold">{person.displayName}</span>{' '}
          <span className="break-all text-soft">{person.userPrincipalName}</span>
        </span>
        <Link to={`/people/${person.id}`} className={buttonClass('quiet', 'small')}>
          {said.open}
        </Link>
      </p>
      <ol className="flex flex-col gap-3">
        {steps.map(([text, at]) => (
          <li key={text} className="flex items-center gap-2">
            {at === null ? (
              <Circle aria-hidden className="size-5 text-soft" />
            ) : (
              <CircleCheck aria-hidden className="size-5 text-good" />
            )}
            <span className="font-medium">{text}</span>
            <span className="text-sm text-soft">{at === null ? said.notYet : ago(at)}</span>
          </li>
        ))}
      </ol>
      {changed !== null && <p className="mt-4 text-sm text-soft">{said.changed({ time: ago(changed) })}</p>}
      {issuing && (
        <Suspense>
          <IssuePass userId={person.id} onClose={() => setIssuing(false)} />
        </Suspense>
      )}
    </Card>
  )
}

/** As on the person's own page, and by the same permission. */
function IssuePass({ userId, onClose }: { readonly userId: string; onClose(): void }) {
  const said = useSaid().person.pass
  const person = usePerson(userId)
  const mayNot = useMayTo(person)('issue a pass')
  const { issue } = useIssuePass(userId)
  return (
    <PassDialog
      title={said.issueTitle({ name: person.displayName })}
      lead={mayNot ?? said.lead}
      terms={person.passTerms}
      submit={said.issue}
      issue={issue}
      onClose={onClose}
    />
  )
}
