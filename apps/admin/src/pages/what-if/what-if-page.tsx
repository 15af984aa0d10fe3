import { ProblemNotice, useClient, usePageTitle } from '@latchkey/front'
import { knownApps } from '@latchkey/policy'
import { Button, Card, CheckboxField, PageHead, SelectField, TextField } from '@latchkey/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { ObjectPicker } from '../../pickers/object-picker.tsx'
import { appsSource, peopleSource } from '../../pickers/sources.ts'
import { useSaidIn } from '../../said.ts'
import { CheckList } from '../access/check-list.tsx'
import { useNamesOf, useRules } from '../access/rules.ts'
import { systemName } from '../access/say-policy.ts'
import { Answer } from './answer.tsx'
import { type Evaluation, type Imagined, toBody } from './imagined.ts'

const systems = ['android', 'iOS', 'windows', 'macOS', 'linux'] as const

/** Imagine a sign-in, and see what becomes of it. */
export function WhatIfPage() {
  const { whatIf: words, access } = useSaidIn('rules')
  usePageTitle(words.title)
  const client = useClient()
  const contexts = useRules().authenticationContexts
  const [search] = useSearchParams()
  const personId = search.get('person')
  const named = useNamesOf('users', personId === null ? [] : [personId])
  const [fields, setFields] = useState<Imagined>({
    person: personId === null ? undefined : { id: personId, name: personId },
    kind: 'own',
    app: undefined,
    own: knownApps.adminCentre,
    action: 'registerSecurityInformation',
    context: contexts[0]?.id ?? 'c1',
    address: '',
    country: '',
    system: '',
    client: 'browser',
    deviceCode: false,
    proofs: ['password'],
  })
  const [tried, setTried] = useState(false)
  const change = (changed: Partial<Imagined>) => setFields({ ...fields, ...changed })
  const ask = useMutation({
    mutationFn: (imagined: Imagined) =>
      client.send<Evaluation>('POST', '/identity/conditionalAccess/evaluate', { body: toBody(imagined) }),
  })
  const person = fields.person && {
    ...fields.person,
    name: named.get(fields.person.id) ?? fields.person.name,
  }
  const wrong = {
    person: person === undefined ? words.whoMissing : undefined,
    app: fields.kind === 'app' && fields.app === undefined ? words.appMissing : undefined,
    address: /^$|^[\d.]{7,15}$|^[\da-f:.]*:[\da-f:.]*$/i.test(fields.address)
      ? undefined
      : words.addressWrong,
  }
  const { surfaces } = access.targets
  const kinds = [
    { value: 'own', label: words.own },
    { value: 'app', label: words.app },
    { value: 'action', label: words.action },
    ...(contexts.length > 0 ? ([{ value: 'context', label: words.context }] as const) : []),
  ] as const
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <form
        noValidate
        className="grid items-start gap-6 lg:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (Object.values(wrong).every((each) => each === undefined)) ask.mutate(fields)
        }}
      >
        <Card title={words.who}>
          <div className="flex flex-col gap-5">
            <ObjectPicker
              label={words.who}
              source={peopleSource}
              chosen={person === undefined ? [] : [person]}
              onChange={(chosen) => change({ person: chosen.at(-1) })}
            />
            <Wrong text={tried ? wrong.person : undefined} />
            <SelectField
              label={words.what}
              value={fields.kind}
              options={kinds}
              onChoose={(kind) => change({ kind })}
            />
            {fields.kind === 'app' && (
              <>
                <ObjectPicker
                  label={words.app}
                  source={appsSource}
                  chosen={fields.app === undefined ? [] : [fields.app]}
                  onChange={(chosen) => change({ app: chosen.at(-1) })}
                />
                <Wrong text={tried ? wrong.app : undefined} />
              </>
            )}
            {fields.kind === 'own' && (
              <SelectField<string>
                label={words.own}
                value={fields.own}
                options={[
                  { value: knownApps.adminCentre, label: surfaces.adminCentre },
                  { value: knownApps.securityInfo, label: surfaces.securityInfo },
                  { value: knownApps.graph, label: surfaces.graph },
                ]}
                onChoose={(own) => change({ own })}
              />
            )}
            {fields.kind === 'action' && (
              <SelectField<string>
                label={words.action}
                value={fields.action}
                options={[
                  { value: 'registerSecurityInformation', label: access.targets.action.register },
                  { value: 'registerOrJoinDevices', label: access.targets.action.device },
                ]}
                onChoose={(action) => change({ action })}
              />
            )}
            {fields.kind === 'context' && (
              <SelectField<string>
                label={words.context}
                value={fields.context}
                options={contexts.map(({ id, displayName }) => ({ value: id, label: displayName }))}
                onChoose={(context) => change({ context })}
              />
            )}
            <CheckList
              label={words.proven}
              options={(
                ['fido2', 'synced', 'password', 'softwareOath', 'temporaryAccessPassOneTime'] as const
              ).map((value) => ({ value, label: words.proof[value] }))}
              chosen={fields.proofs}
              onChange={(proofs) => change({ proofs })}
            />
          </div>
        </Card>
        <Card title={words.where}>
          <div className="flex flex-col gap-5">
            <TextField
              label={words.address}
              hint={words.addressHint}
              autoComplete="off"
              value={fields.address}
              error={tried ? wrong.address : undefined}
              onChange={({ target }) => change({ address: target.value.trim() })}
            />
            <TextField
              label={words.country}
              autoComplete="off"
              maxLength={2}
              value={fields.country}
              onChange={({ target }) => change({ country: target.value.replace(/[^a-z]/gi, '') })}
            />
            <SelectField<string>
              label={words.system}
              value={fields.system}
              options={[
                { value: '', label: words.systemUnknown },
                ...systems.map((value) => ({ value, label: systemName(value) ?? value })),
              ]}
              onChoose={(system) => change({ system })}
            />
            <SelectField<string>
              label={words.client}
              value={fields.client}
              options={[
                { value: 'browser', label: access.clients.browser },
                { value: 'mobileAppsAndDesktopClients', label: access.clients.mobileAppsAndDesktopClients },
                { value: 'other', label: access.clients.other },
              ]}
              onChoose={(next) => change({ client: next })}
            />
            <CheckboxField
              label={words.flow}
              checked={fields.deviceCode}
              onCheck={(deviceCode) => change({ deviceCode })}
            />
            <div>
              <Button look="primary" type="submit" busy={ask.isPending ? words.asking : undefined}>
                {words.ask}
              </Button>
            </div>
          </div>
        </Card>
      </form>
      {ask.error && <ProblemNotice problem={ask.error} />}
      {ask.data && <Answer evaluation={ask.data} name={person?.name ?? ''} />}
    </>
  )
}

function Wrong({ text }: { readonly text: string | undefined }) {
  return (
    text !== undefined && (
      <p role="alert" className="text-sm font-semibold text-bad">
        {text}
      </p>
    )
  )
}
