import { ProblemNotice, useSurroundings } from '@latchkey/front'
import { Button, Notice } from '@latchkey/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AccountState } from '../../phone/check-accounts.ts'
import type { PhoneAccount } from '../../phone/open-phone.ts'
import { signIn } from '../../phone/sign-in.ts'
import { checksKey } from '../../phone/use-checks.ts'
import { useSaid } from '../../said.ts'

/** How this phone stands with the organisation, if there is anything to do about it. */
export function StateNotice({
  account,
  state,
}: {
  readonly account: PhoneAccount
  readonly state: AccountState
}) {
  const { accounts, frame } = useSaid()
  const { site } = useSurroundings()
  const queries = useQueryClient()
  const leave = useMutation({ mutationFn: () => signIn(site, '/adding', account) })
  const text = accounts.state
  const again = (
    <Button onClick={() => queries.invalidateQueries({ queryKey: checksKey })}>{frame.tryAgain}</Button>
  )
  const anew = (
    <Button busy={leave.isPending ? frame.loading : undefined} onClick={() => leave.mutate()}>
      {text.registerAgain}
    </Button>
  )
  switch (state) {
    case 'fine':
      return null
    case 'unreachable':
      return (
        <Notice title={text.unreachableTitle} actions={again}>
          {text.unreachableLead}
        </Notice>
      )
    case 'clockWrong':
      return (
        <Notice tone="bad" title={text.clockWrongTitle} actions={again}>
          {text.clockWrongLead}
        </Notice>
      )
    case 'tooOld':
      return (
        <Notice
          tone="bad"
          title={text.tooOldTitle}
          actions={<Button onClick={() => void updateApp()}>{text.update}</Button>}
        >
          {text.tooOldLead}
        </Notice>
      )
    case 'revoked':
    case 'expired':
      return (
        <>
          <Notice
            tone="bad"
            title={state === 'revoked' ? text.revokedTitle : text.expiredTitle}
            actions={anew}
          >
            {state === 'revoked' ? text.revokedLead : text.expiredLead}
          </Notice>
          {leave.error !== null && <ProblemNotice problem={leave.error} />}
        </>
      )
  }
}

/** Have the browser look for a newer app, and load it. */
async function updateApp(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration('/authenticator')
  await registration?.update().catch(() => undefined)
  location.reload()
}
