import { usePageTitle } from '@latchkey/front'
import type { NamedLocationDocument } from '@latchkey/policy'
import { Badge, Button, EmptyState, List, ListRow, PageHead } from '@latchkey/ui'
import { Globe, MapPin, Network, Plus } from 'lucide-react'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { useRules } from '../access/rules.ts'
import { ContextsCard } from './contexts-card.tsx'
import { LocationModal } from './location-modal.tsx'

/** The places that policies can name, and the contexts. */
export function LocationsPage() {
  const { locations: words, frame } = useSaidIn('rules')
  usePageTitle(words.title)
  const { namedLocations } = useRules()
  const whyNot = useWhyNot('change conditional access')
  const [edited, setEdited] = useState<NamedLocationDocument | 'new'>()
  const add = (
    <Button
      look="primary"
      icon={<Plus aria-hidden className="size-5" />}
      unavailable={whyNot}
      onClick={() => setEdited('new')}
    >
      {words.add}
    </Button>
  )
  const isEmpty = namedLocations.length === 0
  return (
    <>
      <PageHead title={words.title} lead={words.lead} {...(!isEmpty && { actions: add })} />
      {isEmpty ? (
        <EmptyState icon={<MapPin />} title={words.none} action={add}>
          {words.noneLead}
        </EmptyState>
      ) : (
        <List label={words.list}>
          {namedLocations.map((place) => (
            <ListRow
              key={place.id}
              icon={'ipRanges' in place ? <Network /> : <Globe />}
              title={place.displayName}
              about={
                'ipRanges' in place
                  ? `${words.networks({ count: place.ipRanges.length })}: ${place.ipRanges
                      .slice(0, 3)
                      .map(({ cidrAddress }) => cidrAddress)
                      .join(', ')}`
                  : `${words.countries({ count: place.countriesAndRegions.length })}: ${place.countriesAndRegions.join(', ')}`
              }
              badges={'isTrusted' in place && place.isTrusted && <Badge tone="good">{words.trusted}</Badge>}
              actions={
                <Button
                  size="small"
                  aria-label={`${frame.edit}: ${place.displayName}`}
                  unavailable={whyNot}
                  onClick={() => setEdited(place)}
                >
                  {frame.edit}
                </Button>
              }
            />
          ))}
        </List>
      )}
      <ContextsCard />
      {edited !== undefined && (
        <LocationModal {...(edited !== 'new' && { place: edited })} onClose={() => setEdited(undefined)} />
      )}
    </>
  )
}
