import type { LinkOfDevice } from '@latchkey/api/authenticator'
import { ProblemNotice, useChange } from '@latchkey/front'
import { linkApi } from '@latchkey/keeper'
import { Button, buttonClass, Card, Modal } from '@latchkey/ui'
import { useQuery } from '@tanstack/react-query'
import { Laptop, ScanLine, Unlink } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { IconButton } from '../../icon-button.tsx'
import type { PhoneAccount } from '../../phone/open-phone.ts'
import { phoneKey, usePhone } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'

/** The browsers that may ask this phone, and the way to link one. */
export function LinksCard({ account }: { readonly account: PhoneAccount }) {
  const { linked: text } = useSaid()
  const phone = usePhone()
  const [asked, setAsked] = useState<LinkOfDevice>()
  const kept = new Set(account.links.map(({ linkId }) => linkId))
  const { data: links = [] } = useQuery({
    queryKey: ['links', account.id, [...kept]],
    queryFn: async () => await linkApi(await phone.api(account.id)).list(),
    enabled: kept.size > 0,
  })
  const offered = account.seen?.answer.offers.ownKey === true
  if (kept.size === 0 && !offered) return null
  return (
    <Card title={text.title} lead={kept.size > 0 ? text.listens : undefined}>
      {kept.size === 0 ? (
        <p className="mb-4">
          {text.none}. <span className="text-soft">{text.noneLead}</span>
        </p>
      ) : (
        <ul className="mb-4 divide-y divide-line" aria-label={text.title}>
          {links
            .filter(({ linkId }) => kept.has(linkId))
            .map((link) => (
              <li key={link.linkId} className="flex items-center gap-3 py-2">
                <Laptop aria-hidden className="size-6 flex-none text-accent" />
                <p className="min-w-0 flex-1 font-semibold break-words">{link.other}</p>
                <IconButton
                  label={text.unlinkNamed({ name: link.other })}
                  icon={<Unlink aria-hidden />}
                  onClick={() => setAsked(link)}
                />
              </li>
            ))}
        </ul>
      )}
      {offered && (
        <div className="grid">
          <Link to="/scan" className={buttonClass()}>
            <ScanLine aria-hidden className="size-5" />
            {text.scan}
          </Link>
        </div>
      )}
      {asked !== undefined && <Question account={account} link={asked} onClose={() => setAsked(undefined)} />}
    </Card>
  )
}

function Question({
  account,
  link: { linkId, other },
  onClose,
}: {
  readonly account: PhoneAccount
  readonly link: LinkOfDevice
  onClose(): void
}) {
  const { linked: text, accounts, frame, common } = useSaid()
  const phone = usePhone()
  const change = useChange({
    does: async () => {
      await phone.unlink(account.id, linkId)
      onClose()
    },
    refresh: [phoneKey],
    done: text.unlinked,
  })
  return (
    <Modal
      open
      title={text.unlinkTitle({ name: other })}
      lead={text.unlinkLead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{accounts.keep}</Button>
          <Button look="danger" busy={change.busy ? common.working : undefined} onClick={() => change.run()}>
            {text.unlink}
          </Button>
        </>
      }
    >
      {change.problem !== null && <ProblemNotice problem={change.problem} />}
    </Modal>
  )
}
