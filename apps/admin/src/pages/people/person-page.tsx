import { useBoot, usePageTitle } from '@latchkey/front'
import { Badge, Button, Notice, PageHead, TabSet } from '@latchkey/ui'
import { LifeBuoy } from 'lucide-react'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useSaid } from '../../said.ts'
import { AccountTab } from './account-tab.tsx'
import { BackLink } from './back-link.tsx'
import { LostPhone } from './lost-phone.tsx'
import { MethodsTab } from './methods-tab.tsx'
import { SessionsTab } from './sessions-tab.tsx'
import { SignInsTab } from './sign-ins-tab.tsx'
import { useMayTo, usePerson } from './use-person.ts'
import { WhatIfTab } from './what-if-tab.tsx'

/** One person: how they sign in, a way in for them, where they are, and what happened. */
export function PersonPage() {
  const { userId = '' } = useParams()
  const { person: said, people, roles } = useSaid()
  const person = usePerson(userId)
  usePageTitle(person.displayName)
  const mayTo = useMayTo(person)
  const boot = useBoot()
  const [search, setSearch] = useSearchParams()
  const [helping, setHelping] = useState(false)
  const oneself = boot.person.userId === person.id
  const notice = oneself ? said.self : mayTo('issue a pass') === said.aboveYou ? said.aboveYou : undefined
  return (
    <>
      <BackLink to="/people">{said.back}</BackLink>
      <PageHead
        title={person.displayName}
        lead={
          <span className="flex flex-wrap items-center gap-2">
            <span className="break-all">{person.userPrincipalName}</span>
            {!person.accountEnabled && <Badge tone="bad">{said.off}</Badge>}
            {person.isForEmergencies && <Badge tone="warn">{people.emergency}</Badge>}
            {person.roles.map(({ name }) => (
              <Badge key={name}>{roles.names[name]}</Badge>
            ))}
          </span>
        }
        actions={
          <Button
            look="primary"
            icon={<LifeBuoy aria-hidden className="size-4" />}
            unavailable={mayTo('issue a pass')}
            onClick={() => setHelping(true)}
          >
            {said.lostPhone.button}
          </Button>
        }
      />
      {notice !== undefined && <Notice title={notice} />}
      {!person.canSignIn && person.pass === null && person.accountEnabled && (
        <Notice tone="warn" title={said.notAble} />
      )}
      {helping && <LostPhone person={person} onClose={() => setHelping(false)} />}
      <TabSet
        label={person.displayName}
        shown={search.get('show') ?? 'methods'}
        onShow={(name) => setSearch({ show: name }, { replace: true })}
        tabs={[
          { name: 'methods', label: said.tabs.methods, content: <MethodsTab person={person} /> },
          { name: 'sessions', label: said.tabs.sessions, content: <SessionsTab person={person} /> },
          { name: 'signIns', label: said.tabs.signIns, content: <SignInsTab person={person} /> },
          { name: 'whatIf', label: said.tabs.whatIf, content: <WhatIfTab person={person} /> },
          { name: 'account', label: said.tabs.account, content: <AccountTab person={person} /> },
        ]}
      />
    </>
  )
}
