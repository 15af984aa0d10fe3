import { usePageTitle } from '@latchkey/front'
import { PageHead, Skeleton, TabSet } from '@latchkey/ui'
import { Suspense, useState } from 'react'
import { useSaid } from '../../said.ts'
import type { Suspect } from './activity.ts'
import { ChangeList } from './change-list.tsx'
import { NotMeModal } from './not-me-modal.tsx'
import { SignInList } from './sign-in-list.tsx'

/** What happened to one's account, and the way to say that it was somebody else. */
export function ActivityPage() {
  const { activity, frame } = useSaid()
  const [shown, setShown] = useState('signIns')
  const [suspect, setSuspect] = useState<Suspect>()
  usePageTitle(activity.title)
  const waiting = <Skeleton label={frame.loading} lines={6} />
  return (
    <div className="flex flex-col gap-6">
      <PageHead title={activity.title} lead={activity.lead} />
      <TabSet
        label={activity.label}
        shown={shown}
        onShow={setShown}
        tabs={[
          {
            name: 'signIns',
            label: activity.signIns,
            content: (
              <Suspense fallback={waiting}>
                <SignInList onSuspect={setSuspect} />
              </Suspense>
            ),
          },
          {
            name: 'changes',
            label: activity.changes,
            content: (
              <Suspense fallback={waiting}>
                <ChangeList onSuspect={setSuspect} />
              </Suspense>
            ),
          },
        ]}
      />
      {suspect !== undefined && (
        <NotMeModal key={suspect.id} suspect={suspect} onClose={() => setSuspect(undefined)} />
      )}
    </div>
  )
}
