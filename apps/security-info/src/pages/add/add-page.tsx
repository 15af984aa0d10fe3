import { useBoot, usePageTitle } from '@latchkey/front'
import { listOffers, type Offer, type Standing } from '@latchkey/guidance'
import { PageHead } from '@latchkey/ui'
import { findProblemWords } from '@latchkey/words'
import type { PortalWords } from '@latchkey/words/portal'
import { Fingerprint, Hash, LockKeyhole, Puzzle, Smartphone, Usb } from 'lucide-react'
import { BackLink } from '../../back-link.tsx'
import { useSaid } from '../../said.ts'
import { ClosedOffer, OfferLink } from './offer-link.tsx'
import { useGuidance } from './use-guidance.ts'

const icons = {
  provider: <Smartphone className="size-5" />,
  passkey: <Fingerprint className="size-5" />,
  securityKey: <Usb className="size-5" />,
  codes: <Hash className="size-5" />,
  password: <LockKeyhole className="size-5" />,
}

const paths = {
  passkey: '/add/passkey',
  securityKey: '/add/passkey/security-key',
  codes: '/add/codes',
  password: '/password',
}

/** What a person may add: the recommended first; what is not open to them stays in sight, with its reason. */
export function AddPage() {
  const said = useSaid()
  const { add } = said
  const { visitor, policy } = useGuidance()
  usePageTitle(add.title)
  const offers = listOffers(visitor, policy)
  const open = offers.filter(({ standing }) => standing.allowed)
  const closed = offers.filter(({ standing }) => !standing.allowed)
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <BackLink to="/">{said.methods.rows.title}</BackLink>
      <PageHead title={add.title} lead={add.lead} />
      <ul className="flex flex-col gap-3">
        {open.map((offer) => (
          <OfferLink
            key={keyOf(offer)}
            to={pathOf(offer)}
            icon={offer.surface === 'extension' ? <Puzzle className="size-5" /> : icons[offer.kind]}
            name={nameOf(offer, said)}
            hint={
              offer.surface === undefined
                ? add.offers[`${offer.kind}Hint`]
                : add.offers.ownHint[offer.surface]
            }
            badge={offer.recommended ? add.recommended : undefined}
          />
        ))}
      </ul>
      {closed.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2 className="font-semibold">{add.closedTitle}</h2>
          <ul className="flex flex-col gap-3">
            {closed.map((offer) => (
              <ClosedOffer
                key={keyOf(offer)}
                icon={icons[offer.kind]}
                name={nameOf(offer, said)}
                title={add.notSupported}
                reason={reasonOf(offer.kind, offer.standing, said)}
              />
            ))}
          </ul>
          <AskHelpDesk />
        </section>
      )}
    </div>
  )
}

/** Whom to ask, if the organisation says. */
function AskHelpDesk() {
  const { add } = useSaid()
  const { text, href } = useBoot().organisation.helpDesk
  if (text === '' && href === undefined) return null
  const shown = text === '' ? href?.replace(/^(mailto|tel):/, '') : text
  return (
    <p className="text-sm text-soft">
      {add.askHelpDesk}{' '}
      {href === undefined ? (
        shown
      ) : (
        <a href={href} className="text-accent underline">
          {shown}
        </a>
      )}
    </p>
  )
}

function keyOf({ kind, providerId = '' }: Offer): string {
  return kind + providerId
}

function pathOf({ kind, providerId = '' }: Offer): string {
  return kind === 'provider' ? `/add/app/${providerId}` : paths[kind]
}

function nameOf({ kind, name = '' }: Offer, { add: { offers } }: PortalWords): string {
  return kind === 'provider' ? offers.provider({ name }) : offers[kind]
}

/** The rule's reason. What the rules say of codes has no words of passkeys. */
function reasonOf(kind: Offer['kind'], standing: Standing, said: PortalWords): string {
  if (standing.allowed) return ''
  if (kind === 'codes') return said.add.codesClosed
  return findProblemWords(said, `passkey_${standing.because}`)?.reason ?? ''
}
