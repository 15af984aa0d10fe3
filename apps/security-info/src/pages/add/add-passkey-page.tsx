import { usePageTitle } from '@latchkey/front'
import type { OpenPolicy } from '@latchkey/guidance'
import { buttonClass, PageHead } from '@latchkey/ui'
import { CloudCheck, Laptop, Smartphone, Usb } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, Navigate, useSearchParams } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { useSaid } from '../../said.ts'
import { OfferLink } from './offer-link.tsx'
import { useGuidance } from './use-guidance.ts'

/** A passkey: which kind, where both are allowed; then where. */
export function AddPasskeyPage() {
  const { policy } = useGuidance()
  const [search] = useSearchParams()
  const keeping = search.get('keeping')
  const { synced, computer, securityKey, providers } = policy
  const onOneDevice =
    computer.allowed || securityKey.allowed || providers.some(({ standing }) => standing.allowed)
  if (!synced.allowed && !onOneDevice) return <Navigate to="/add" replace />
  if (synced.allowed && onOneDevice && keeping === null) return <Choice policy={policy} />
  return <Where keeping={synced.allowed && keeping !== 'thisDeviceOnly' ? 'synced' : 'thisDeviceOnly'} />
}

/** The two kinds side by side: what happens when the device is lost, what can be proven, what is recommended. */
function Choice({ policy }: { readonly policy: OpenPolicy }) {
  const { add } = useSaid()
  const { choice } = add
  usePageTitle(choice.title)
  const named = policy.providers.find(({ standing }) => standing.allowed)
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <BackLink to="/add">{add.title}</BackLink>
      <PageHead title={choice.title} lead={choice.lead} />
      <div className="grid gap-4 md:grid-cols-2">
        <Kind
          icon={<Smartphone className="size-6" />}
          title={choice.thisDeviceOnly}
          facts={[
            [choice.lost, choice.lostDevice],
            [choice.proof, choice.proofDevice],
            [
              choice.advice,
              named === undefined ? choice.adviceDevice : choice.adviceProvider({ name: named.name }),
            ],
          ]}
        >
          <Link to="?keeping=thisDeviceOnly" className={buttonClass()}>
            {choice.chooseDevice}
          </Link>
        </Kind>
        <Kind
          icon={<CloudCheck className="size-6" />}
          title={choice.synced}
          facts={[
            [choice.lost, choice.lostSynced],
            [choice.proof, choice.proofSynced],
            [choice.advice, choice.adviceSynced],
          ]}
        >
          <Link to="?keeping=synced" className={buttonClass()}>
            {choice.chooseSynced}
          </Link>
        </Kind>
      </div>
    </div>
  )
}

function Kind({
  icon,
  title,
  facts,
  children,
}: {
  readonly icon: ReactNode
  readonly title: string
  readonly facts: readonly (readonly [string, string])[]
  readonly children: ReactNode
}) {
  return (
    <section className="flex flex-col gap-4 rounded-2xl border border-line bg-paper p-5 shadow-card">
      <div className="flex items-center gap-3">
        <span aria-hidden className="grid size-12 place-items-center rounded-xl bg-hover text-accent">
          {icon}
        </span>
        <h2 className="text-lg font-bold">{title}</h2>
      </div>
      <dl className="flex flex-1 flex-col gap-3">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm font-semibold text-soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  )
}

/** Where a passkey of that kind can be kept. */
function Where({ keeping }: { readonly keeping: 'thisDeviceOnly' | 'synced' }) {
  const { add } = useSaid()
  const { visitor, policy } = useGuidance()
  const { where } = add
  usePageTitle(where.title)
  const isPhone = visitor.system === 'iOS' || visitor.system === 'android'
  const here = keeping === 'synced' ? policy.synced.allowed : policy.computer.allowed && !isPhone
  const providers = policy.providers.filter(({ standing }) => standing.allowed)
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <BackLink to="/add">{add.title}</BackLink>
      <PageHead title={where.title} />
      <ul className="flex flex-col gap-3">
        {keeping === 'thisDeviceOnly' &&
          providers.map(({ id, name }) => (
            <OfferLink
              key={id}
              to={`/add/app/${id}`}
              icon={<Smartphone className="size-5" />}
              name={add.offers.provider({ name })}
              hint={add.offers.providerHint}
              badge={add.recommended}
            />
          ))}
        {here && (
          <OfferLink
            to={`/add/passkey/this-device?keeping=${keeping}`}
            icon={<Laptop className="size-5" />}
            name={where.thisDevice}
            hint={where.thisDeviceHint}
          />
        )}
        {keeping === 'synced' && (
          <OfferLink
            to="/add/passkey/other-device?keeping=synced"
            icon={<Smartphone className="size-5" />}
            name={where.otherDevice}
            hint={where.otherDeviceHint}
          />
        )}
        {policy.securityKey.allowed && keeping === 'thisDeviceOnly' && (
          <OfferLink
            to="/add/passkey/security-key"
            icon={<Usb className="size-5" />}
            name={where.securityKey}
            hint={where.securityKeyHint}
          />
        )}
      </ul>
    </div>
  )
}
