import { usePageTitle } from '@latchkey/front'
import { Badge, buttonClass, Notice } from '@latchkey/ui'
import { Building2, Clock, Plus } from 'lucide-react'
import { Link } from 'react-router'
import { useChecks } from '../../phone/use-checks.ts'
import { useOnline } from '../../phone/use-online.ts'
import { usePhoneState } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'
import { WideLink } from '../../wide-link.tsx'
import { InstallNotice } from '../settings/install-notice.tsx'
import { CleanedNotice } from './cleaned-notice.tsx'
import { Welcome } from './welcome.tsx'

/** Every account on this phone. */
export function AccountsPage() {
  const { accounts: text, codes, shell } = useSaid()
  const { accounts, otherCodes } = usePhoneState()
  const checks = useChecks()
  const online = useOnline()
  const unreachable = online && [...checks.values()].some(({ state }) => state === 'unreachable')
  usePageTitle(text.title)
  if (accounts.length === 0 && otherCodes.length === 0) return <Welcome />
  return (
    <>
      <h1 className="text-2xl font-bold">{text.title}</h1>
      {unreachable && (
        <Notice title={shell.offlineTitle} live="polite">
          {shell.offlineLead}
        </Notice>
      )}
      <CleanedNotice checks={checks} />
      <ul aria-label={text.list} className="flex flex-col gap-3">
        {accounts.map(({ id, kept: { account } }) => {
          const state = checks.get(id)?.state ?? 'fine'
          return (
            <li key={id}>
              <WideLink
                to={`/accounts/${id}`}
                icon={<Building2 />}
                title={account.organisation}
                about={
                  <>
                    <span className="block break-all">{account.userName}</span>
                    {state !== 'fine' && state !== 'unreachable' && (
                      <Badge tone="warn">{text.stateShort[state]}</Badge>
                    )}
                  </>
                }
              />
            </li>
          )
        })}
        {otherCodes.map(({ id, issuer, account }) => (
          <li key={id}>
            <WideLink
              to={`/codes/${id}`}
              icon={<Clock />}
              title={issuer || codes.unnamed}
              about={account === '' ? undefined : account}
            />
          </li>
        ))}
      </ul>
      <Link to="/add" className={buttonClass('primary')}>
        <Plus aria-hidden className="size-5" />
        {text.add}
      </Link>
      <InstallNotice />
    </>
  )
}
