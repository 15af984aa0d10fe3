import { usePageTitle } from '@latchkey/front'
import { buttonClass, Notice, PageHead } from '@latchkey/ui'
import { Plus } from 'lucide-react'
import { Link } from 'react-router'
import { useSaid } from '../../said.ts'
import { useForgottenCeremony } from '../add/begun-ceremony.ts'
import { BrowsersCard } from './browsers-card.tsx'
import { MethodList } from './method-list.tsx'
import { PreferredCard } from './preferred-card.tsx'
import { RequirementCard } from './requirement-card.tsx'
import { UnfinishedCard } from './unfinished-card.tsx'
import { useMethods } from './use-methods.ts'

/** The first page: the ways a person has to sign in, and what their organisation asks for. */
export function MethodsPage() {
  const said = useSaid()
  const methods = useMethods()
  usePageTitle(said.shell.title)
  useForgottenCeremony()
  return (
    <div className="flex flex-col gap-6">
      <PageHead
        title={said.shell.title}
        lead={said.methods.lead}
        actions={
          <Link to="/add" className={buttonClass('primary')}>
            <Plus aria-hidden className="size-5" />
            {said.methods.rows.add}
          </Link>
        }
      />
      <Advice passkeys={methods.requirement.passkeys} synced={methods.requirement.syncedPasskey} />
      <UnfinishedCard unfinished={methods.unfinished} />
      <MethodList methods={methods} />
      <BrowsersCard browsers={methods.browsers} />
      <div className="grid gap-6 xl:grid-cols-2">
        <RequirementCard requirement={methods.requirement} />
        <PreferredCard preferred={methods.preferred} />
      </div>
    </div>
  )
}

/** What to do next, if anything. */
function Advice({ passkeys, synced }: { readonly passkeys: number; readonly synced: boolean }) {
  const { advice } = useSaid().methods
  if (passkeys > 1 || synced) return null
  const first = passkeys === 0
  return (
    <Notice
      tone="warn"
      title={first ? advice.firstTitle : advice.secondTitle}
      actions={
        <Link to="/add/passkey" className={buttonClass('quiet', 'small')}>
          {advice.add}
        </Link>
      }
    >
      {first ? advice.first : advice.second}
    </Notice>
  )
}
