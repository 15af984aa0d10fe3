import { ProblemNotice } from '@latchkey/front'
import type { NamedLocationDocument } from '@latchkey/policy'
import { Button, CheckboxField, ChoiceField, Modal, Notice, TextArea, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../said.ts'
import { readCountries, readRanges } from './read-ranges.ts'

const path = '/identity/conditionalAccess/namedLocations'

interface Fields {
  readonly name: string
  readonly kind: 'networks' | 'countries'
  readonly ranges: string
  readonly trusted: boolean
  readonly countries: string
  readonly unknownToo: boolean
}

/** Change a place, or make one. */
export function LocationModal({
  place,
  onClose,
}: {
  readonly place?: NamedLocationDocument
  onClose(): void
}) {
  const { locations: words, frame } = useSaidIn('rules')
  const [fields, setFields] = useState(() => toFields(place))
  const [tried, setTried] = useState(false)
  const [removing, setRemoving] = useState(false)
  const save = useRuleChange<object>({
    request: (body) =>
      place === undefined
        ? { method: 'POST', path, body }
        : { method: 'PATCH', path: `${path}/${place.id}`, body },
    done: words.saved,
    after: onClose,
  })
  const remove = useRuleChange({
    request: () => ({ method: 'DELETE', path: `${path}/${place?.id}` }),
    done: words.removed,
    after: onClose,
  })
  const change = (changed: Partial<Fields>) => setFields({ ...fields, ...changed })
  const errors = useErrors(fields)
  const isRight = Object.values(errors).every((error) => error === undefined)
  const busy = save.busy || remove.busy ? frame.saving : undefined
  const problem = save.problem ?? remove.problem

  return (
    <>
      <Modal
        open
        title={place === undefined ? words.add : words.editTitle({ name: place.displayName })}
        {...(removing && { lead: words.removeLead })}
        closeLabel={frame.close}
        onClose={onClose}
        actions={
          <>
            {place !== undefined && (
              <Button look="danger" busy={busy} onClick={() => (removing ? remove.run() : setRemoving(true))}>
                {removing ? words.removeTitle({ name: place.displayName }) : frame.remove}
              </Button>
            )}
            <Button
              look="primary"
              busy={busy}
              onClick={() => {
                setTried(true)
                if (isRight) save.run(toBody(fields))
              }}
            >
              {frame.save}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-5 px-0.5">
          {problem && <ProblemNotice problem={problem} />}
          <TextField
            label={words.name}
            value={fields.name}
            maxLength={256}
            error={tried ? errors.name : undefined}
            onChange={({ target }) => change({ name: target.value })}
          />
          {place === undefined && (
            <ChoiceField
              label={words.kind}
              value={fields.kind}
              columns={2}
              options={[
                { value: 'networks', label: words.byNetwork, about: words.byNetworkAbout },
                { value: 'countries', label: words.byCountry, about: words.byCountryAbout },
              ]}
              onChoose={(kind) => change({ kind })}
            />
          )}
          {fields.kind === 'networks' ? (
            <>
              <TextArea
                label={words.ranges}
                hint={words.rangesHint}
                rows={5}
                spellCheck={false}
                value={fields.ranges}
                error={tried ? errors.ranges : undefined}
                onChange={({ target }) => change({ ranges: target.value })}
              />
              <CheckboxField
                label={words.trust}
                hint={words.trustHint}
                checked={fields.trusted}
                onCheck={(trusted) => change({ trusted })}
              />
            </>
          ) : (
            <>
              <TextField
                label={words.codes}
                hint={words.codesHint}
                autoCapitalize="characters"
                value={fields.countries}
                error={tried ? errors.countries : undefined}
                onChange={({ target }) => change({ countries: target.value })}
              />
              <CheckboxField
                label={words.unknownToo}
                checked={fields.unknownToo}
                onCheck={(unknownToo) => change({ unknownToo })}
              />
              <Notice title={words.noCountries} />
            </>
          )}
        </div>
      </Modal>
      {save.dialog}
      {remove.dialog}
    </>
  )
}

function toFields(place: NamedLocationDocument | undefined): Fields {
  const nothing = { kind: 'networks', ranges: '', trusted: false, countries: '', unknownToo: false } as const
  if (place === undefined) return { ...nothing, name: '' }
  if ('ipRanges' in place) {
    const ranges = place.ipRanges.map(({ cidrAddress }) => cidrAddress).join('\n')
    return { ...nothing, name: place.displayName, ranges, trusted: place.isTrusted }
  }
  return {
    ...nothing,
    name: place.displayName,
    kind: 'countries',
    countries: place.countriesAndRegions.join(' '),
    unknownToo: place.includeUnknownCountriesAndRegions,
  }
}

function toBody({ name, kind, ranges, trusted, countries, unknownToo }: Fields): object {
  if (kind === 'networks') {
    const read = readRanges(ranges)
    return {
      '@odata.type': '#microsoft.graph.ipNamedLocation',
      displayName: name.trim(),
      isTrusted: trusted,
      ipRanges: 'ranges' in read ? read.ranges : [],
    }
  }
  const read = readCountries(countries)
  return {
    '@odata.type': '#microsoft.graph.countryNamedLocation',
    displayName: name.trim(),
    countriesAndRegions: 'countries' in read ? read.countries : [],
    includeUnknownCountriesAndRegions: unknownToo,
  }
}

function useErrors({ name, kind, ranges, countries }: Fields) {
  const { locations: words, access } = useSaidIn('rules')
  const nameWrong = name.trim() === '' ? access.editor.nameMissing : undefined
  if (kind === 'countries') {
    const read = readCountries(countries)
    const wrong = 'wrong' in read ? read.wrong : read.countries.length === 0 ? countries : undefined
    return { name: nameWrong, countries: wrong === undefined ? undefined : words.codesWrong({ text: wrong }) }
  }
  const read = readRanges(ranges)
  const wrong = 'wrong' in read ? words.rangeWrong(read.wrong) : undefined
  const missing = 'ranges' in read && read.ranges.length === 0 ? words.rangesMissing : undefined
  return { name: nameWrong, ranges: wrong ?? missing }
}
