import { Users } from 'lucide-react'
import { Button, Card, EmptyState, Notice, Skeleton } from '../src/index.ts'

/** How things stand. */
export function States() {
  return (
    <>
      <Card title="Notices">
        <div className="flex flex-col gap-3">
          <Notice title="Two accounts for emergencies are enough.">A third cannot be marked.</Notice>
          <Notice tone="good" title="Saved." live="polite" />
          <Notice tone="warn" title="This leads somewhere you may not want.">
            Whoever has nothing but a pass could never make their first passkey.
          </Notice>
          <Notice
            tone="bad"
            title="This would shut two people out."
            actions={<Button size="small">See who they are</Button>}
          >
            Give them another way in first, or confirm that you know whom it concerns.
          </Notice>
        </div>
      </Card>
      <Card title="Nothing yet">
        <EmptyState
          icon={<Users className="size-7" />}
          title="Nobody is in this group"
          action={<Button look="primary">Add somebody</Button>}
        >
          Rules that name the group hold for nobody until then.
        </EmptyState>
      </Card>
      <Card title="On its way">
        <Skeleton label="Loading" />
      </Card>
    </>
  )
}
