import { ProblemNotice, useChange, useClient, useTimes } from '@latchkey/front'
import { Badge, Button, Facts, Modal, Notice } from '@latchkey/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import type { BreakGlassAccount } from './account.ts'

/** One account, and what keeps it from helping. */
export function AccountCard({ account }: { readonly account: BreakGlassAccount }) {
  const { breakGlass: said, frame } = useSaidIn('organisation')
  const times = useTimes()
  const client = useClient()
  const [asking, setAsking] = useState(false)
  const unmark = useChange({
    does: () => client.send('DELETE', `/latchkey/breakGlass/${account.id}`),
    refresh: [['break glass'], ['people']],
    done: said.unmarked,
  })
  const faults = useFaults(account)
  return (
    <section
      aria-label={account.displayName}
      className="flex h-full flex-col gap-4 rounded-2xl border border-line bg-paper p-5 shadow-card"
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-lg font-bold">
            <Link to={`/people/${account.id}`} className="hover:underline">
              {account.displayName}
            </Link>
          </h2>
          <p className="break-all text-soft">{account.userPrincipalName}</p>
        </div>
        {faults.length === 0 && <Badge tone="good">{said.ready}</Badge>}
      </div>
      <Facts
        items={[
          [said.passkeys, account.passkeys],
          [
            said.lastUsed,
            account.lastUsedDateTime === null ? said.never : times.ago(account.lastUsedDateTime),
          ],
          [said.test, times.day(account.testDueDateTime)],
        ]}
      />
      {faults.map(([title, lead]) => (
        <Notice key={title} tone="warn" title={title}>
          {lead}
        </Notice>
      ))}
      <div className="mt-auto">
        <Button
          size="small"
          unavailable={useWhyNot('keep an account for emergencies')}
          onClick={() => setAsking(true)}
        >
          {said.unmark}
        </Button>
      </div>
      <Modal
        open={asking}
        title={said.unmarkTitle({ name: account.displayName })}
        lead={said.unmarkLead}
        closeLabel={frame.close}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{frame.close}</Button>
            <Button look="danger" busy={unmark.busy ? frame.saving : undefined} onClick={() => unmark.run()}>
              {said.unmark}
            </Button>
          </>
        }
      >
        {unmark.problem && <ProblemNotice problem={unmark.problem} />}
      </Modal>
    </section>
  )
}

function useFaults(account: BreakGlassAccount): readonly (readonly [string, string])[] {
  const { breakGlass: said } = useSaidIn('organisation')
  return [
    ...(account.accountEnabled ? [] : [[said.off, said.offLead] as const]),
    ...(account.passkeys > 0 ? [] : [[said.passkeys, said.noPasskey] as const]),
    ...(account.isGlobalAdministrator ? [] : [[said.notAdministrator, said.notAdministratorLead] as const]),
    ...(account.isTestDue ? [[said.testDue, said.testDueLead] as const] : []),
  ]
}
