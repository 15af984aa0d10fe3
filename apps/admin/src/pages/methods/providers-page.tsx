import { usePageTitle } from '@latchkey/front'
import { Badge, buttonClass, EmptyState, List, ListRow, PageHead } from '@latchkey/ui'
import { Plus, Smartphone } from 'lucide-react'
import { Link } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { useSaidIn } from '../../said.ts'
import { OwnAuthenticatorsCard } from './own-authenticators-card.tsx'
import { type Provider, systems, useProviders } from './provider.ts'

/** The apps for passkeys that the organisation leads its people to. */
export function ProvidersPage() {
  const { methods } = useSaidIn('signIn')
  const { providers: said } = methods
  usePageTitle(said.title)
  const providers = useProviders()
  const add = (
    <Link to="/methods/providers/new" className={buttonClass('primary')}>
      <Plus aria-hidden className="size-5" />
      {said.add}
    </Link>
  )
  return (
    <>
      <BackLink to="/methods">{methods.title}</BackLink>
      <PageHead title={said.title} lead={said.lead} actions={providers.length > 0 && add} />
      {providers.length === 0 ? (
        <EmptyState icon={<Smartphone className="size-6" />} title={said.none} action={add}>
          {said.noneLead}
        </EmptyState>
      ) : (
        <List label={said.title}>
          {providers.map((provider) => (
            <Row key={provider.id} provider={provider} />
          ))}
        </List>
      )}
      <OwnAuthenticatorsCard />
    </>
  )
}

function Row({ provider }: { readonly provider: Provider }) {
  const { providers: said } = useSaidIn('signIn').methods
  const { id, displayName, aaGuids, platforms } = provider
  return (
    <ListRow
      icon={<Smartphone className="size-5" />}
      title={
        <Link to={`/methods/providers/${id}`} className="hover:underline">
          {displayName}
        </Link>
      }
      about={said.models({ count: aaGuids.length })}
      badges={systems.map((system) => {
        const phone = platforms[system]
        return (
          phone && (
            <Badge key={system}>
              {said.from({ system: said.systems[system], version: phone.minimumVersion })}
            </Badge>
          )
        )
      })}
    />
  )
}
