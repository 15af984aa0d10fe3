import { usePageTitle, useTimes } from '@latchkey/front'
import { buttonClass, Card, EmptyState, Facts } from '@latchkey/ui'
import { Building2, CircleUser } from 'lucide-react'
import { Link, useParams } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import type { PhoneAccount } from '../../phone/open-phone.ts'
import { useChecks } from '../../phone/use-checks.ts'
import { useAccount } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'
import { ApprovalsCard } from '../approvals/approvals-card.tsx'
import { CodeView } from '../codes/code-view.tsx'
import { LinksCard } from '../links/links-card.tsx'
import { PasskeysCard } from '../passkeys/passkeys-card.tsx'
import { MethodsCard } from './methods-card.tsx'
import { RemoveAccount } from './remove-account.tsx'
import { StateNotice } from './state-notice.tsx'

/** One account: its codes, its passkeys, its other ways to sign in, and this phone. */
export function AccountPage() {
  const said = useSaid()
  const { accounts: text, codes: codesText } = said
  const { id } = useParams()
  const account = useAccount(id)
  const checks = useChecks()
  usePageTitle(account?.kept.account.organisation ?? text.missing)
  if (account === undefined) {
    return (
      <EmptyState
        icon={<CircleUser aria-hidden className="size-7" />}
        title={text.missing}
        action={
          <Link to="/" className={buttonClass('primary')}>
            {text.title}
          </Link>
        }
      >
        {text.missingLead}
      </EmptyState>
    )
  }
  const { organisation, userName, displayName } = account.kept.account
  return (
    <>
      <BackLink to="/">{text.title}</BackLink>
      <header className="flex items-center gap-4">
        <span
          aria-hidden
          className="grid size-14 flex-none place-items-center rounded-2xl bg-hover text-accent"
        >
          <Building2 className="size-7" />
        </span>
        <div className="min-w-0">
          <h1 className="text-2xl font-bold break-words">{organisation}</h1>
          <p className="text-soft">{displayName}</p>
          <p className="break-all text-soft">{userName}</p>
        </div>
      </header>
      <StateNotice account={account} state={checks.get(account.id)?.state ?? 'fine'} />
      {account.codes.map((codes) => (
        <Card key={codes.id} title={codesText.title}>
          <CodeView codes={codes} />
        </Card>
      ))}
      <PasskeysCard account={account} />
      <LinksCard account={account} />
      <ApprovalsCard account={account} />
      <MethodsCard account={account} />
      <DeviceCard account={account} />
      <RemoveAccount account={account} />
    </>
  )
}

function DeviceCard({ account }: { readonly account: PhoneAccount }) {
  const { accounts: text } = useSaid()
  const times = useTimes()
  const { name, expiresAt, evidence } = account.kept.device
  return (
    <Card title={text.device}>
      <Facts
        items={[
          [text.deviceName, name],
          [text.deviceUntil, times.day(expiresAt)],
          [text.deviceEvidence, text.evidence[evidence]],
        ]}
      />
    </Card>
  )
}
