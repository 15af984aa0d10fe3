import type { AccountMethod } from '@latchkey/api/authenticator'
import { useTimes } from '@latchkey/front'
import { buttonClass, Card } from '@latchkey/ui'
import { BellRing, Clock, RectangleEllipsis, Ticket } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PhoneAccount } from '../../phone/open-phone.ts'
import { useSaid } from '../../said.ts'

const icons: Readonly<Record<AccountMethod['kind'], ReactNode>> = {
  password: <RectangleEllipsis />,
  code: <Clock />,
  temporaryAccessPass: <Ticket />,
  push: <BellRing />,
}

/** The person's other ways to sign in. They are changed elsewhere. */
export function MethodsCard({ account }: { readonly account: PhoneAccount }) {
  const { accounts: text } = useSaid()
  const times = useTimes()
  const { seen } = account
  if (seen === undefined) return null
  return (
    <Card title={text.otherMethods} lead={text.otherMethodsLead}>
      <ul className="mb-4 flex flex-col gap-3">
        {seen.answer.methods.map(({ kind, name, id }) => (
          <li key={id ?? `${kind} ${name}`} className="flex items-center gap-3">
            <span aria-hidden className="text-soft [&>svg]:size-5">
              {icons[kind]}
            </span>
            <span className="min-w-0 break-words">
              {text.method[kind]}
              {name !== undefined && <span className="block text-sm text-soft">{name}</span>}
            </span>
          </li>
        ))}
      </ul>
      <p className="mb-4 text-sm text-soft">{text.asOf({ when: times.ago(new Date(seen.at)) })}</p>
      <a href="/security-info" className={buttonClass()}>
        {text.securityInfo}
      </a>
    </Card>
  )
}
