import { useTimes } from '@latchkey/front'
import { Badge, Button, EmptyState, List, ListRow } from '@latchkey/ui'
import { History, Pencil } from 'lucide-react'
import { useSaid } from '../../said.ts'
import { type Change, describePlace, type Suspect } from './activity.ts'
import { useActivity } from './use-activity.ts'

/** The latest changes to one's account, by whomever. */
export function ChangeList({ onSuspect }: { onSuspect(suspect: Suspect): void }) {
  const { activity, frame, common } = useSaid()
  const { items, more, loading } = useActivity<Change>('changes')
  if (items.length === 0) {
    return (
      <EmptyState icon={<History aria-hidden className="size-7" />} title={activity.none}>
        {activity.noneLead}
      </EmptyState>
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <List label={activity.changes}>
        {items.map((change) => (
          <ChangeRow key={change.id} change={change} onSuspect={onSuspect} />
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

function ChangeRow({ change, onSuspect }: { readonly change: Change; onSuspect(suspect: Suspect): void }) {
  const { activity, language } = useSaid()
  const times = useTimes()
  const { id, name, by, disowned, mayBeDisowned } = change
  const what = name === undefined ? change.what : `${change.what}: ${name}`
  const place = describePlace(change, language)
  return (
    <ListRow
      icon={<Pencil aria-hidden className="size-5" />}
      title={what}
      about={
        <>
          <span className="block">{activity.by[by]}</span>
          <span className="block">
            <time dateTime={change.at}>{times.at(change.at)}</time>
            {place !== undefined && ` · ${place}`}
          </span>
        </>
      }
      badges={disowned && <Badge tone="warn">{activity.said}</Badge>}
      actions={
        mayBeDisowned &&
        !disowned && (
          <Button
            size="small"
            aria-label={activity.notMeNamed({ what: `${what}, ${times.at(change.at)}` })}
            onClick={() => onSuspect({ kind: 'change', id, what: `${what}, ${times.at(change.at)}` })}
          >
            {activity.notMe}
          </Button>
        )
      }
    />
  )
}
