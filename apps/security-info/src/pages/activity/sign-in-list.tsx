import { useTimes } from '@latchkey/front'
import { Badge, Button, EmptyState, List, ListRow } from '@latchkey/ui'
import { findProblemWords } from '@latchkey/words'
import { CircleCheck, CircleDashed, CircleX, LogIn } from 'lucide-react'
import { useSaid } from '../../said.ts'
import { describePlace, type SignIn, type Suspect } from './activity.ts'
import { useActivity } from './use-activity.ts'

const icons = { success: CircleCheck, failure: CircleX, interrupted: CircleDashed } as const

/** The latest sign-ins to one's account, and those that did not work. */
export function SignInList({ onSuspect }: { onSuspect(suspect: Suspect): void }) {
  const { activity, frame, common } = useSaid()
  const { items, more, loading } = useActivity<SignIn>('sign-ins')
  if (items.length === 0) {
    return (
      <EmptyState icon={<LogIn aria-hidden className="size-7" />} title={activity.none}>
        {activity.noneLead}
      </EmptyState>
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <List label={activity.signIns}>
        {items.map((signIn) => (
          <SignInRow key={signIn.id} signIn={signIn} onSuspect={onSuspect} />
        ))}
      </List>
      {more !== undefined && (
        <Button onClick={more} busy={loading ? common.working : undefined}>
          {frame.more}
        </Button>
      )}
    </div>
  )
}

function SignInRow({ signIn, onSuspect }: { readonly signIn: SignIn; onSuspect(suspect: Suspect): void }) {
  const said = useSaid()
  const times = useTimes()
  const { activity } = said
  const { id, outcome, method, model, app, device, thisSession, disowned, code } = signIn
  const Icon = icons[outcome]
  const methods: Readonly<Record<string, string>> = activity.methods
  const how = method === undefined ? undefined : (methods[method] ?? method)
  const what = [activity.outcomes[outcome], how].filter((part) => part !== undefined).join(' · ')
  const reason = code === undefined ? undefined : findProblemWords(said, code)?.title
  const place = describePlace(signIn, said.language)
  return (
    <ListRow
      icon={<Icon aria-hidden className={`size-5 ${outcome === 'failure' ? 'text-bad' : ''}`} />}
      title={what}
      about={
        <>
          <span className="block">
            {[device, model, app && activity.toApp({ app })].filter((part) => part !== undefined).join(' · ')}
          </span>
          <span className="block">
            <time dateTime={signIn.at}>{times.at(signIn.at)}</time> · {place}
          </span>
          {reason !== undefined && <span className="block">{reason}</span>}
        </>
      }
      badges={
        <>
          {thisSession && <Badge tone="good">{activity.here}</Badge>}
          {disowned && <Badge tone="warn">{activity.said}</Badge>}
        </>
      }
      actions={
        !disowned && (
          <Button
            size="small"
            aria-label={activity.notMeNamed({ what: `${what}, ${times.at(signIn.at)}` })}
            onClick={() =>
              onSuspect({ kind: 'signIn', id, what: `${what}, ${device}, ${times.at(signIn.at)}` })
            }
          >
            {activity.notMe}
          </Button>
        )
      }
    />
  )
}
