import type { Page } from '@latchkey/api'
import { ProblemNotice, useClient, useSurroundings } from '@latchkey/front'
import { Badge, Button, Card, List, ListRow, Notice, SelectField } from '@latchkey/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSaid } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import type { PersonInFull } from './person.ts'

interface Evaluated {
  readonly value: readonly {
    readonly id: string
    readonly displayName: string
    readonly policyApplies: boolean
    readonly latchkey_result: string
  }[]
  readonly latchkey_decision: {
    readonly outcome: 'allowed' | 'blocked' | 'needs'
    readonly authenticationStrengths: readonly { readonly id: string; readonly displayName: string }[]
  }
}

interface AppChoice {
  readonly appId: string
  readonly displayName: string
}

const proofs = ['nothing', 'password', 'softwareOath', 'fido2', 'temporaryAccessPassOneTime'] as const

/** What the rules would do if the person signed in to an app now. */
export function WhatIfTab({ person }: { readonly person: PersonInFull }) {
  const {
    person: { whatIf: said, allowed },
    common,
  } = useSaid()
  const { boot } = useSurroundings()
  const client = useClient()
  const notPermitted = useWhyNot('read rules')
  const [app, setApp] = useState('')
  const [proof, setProof] = useState<(typeof proofs)[number]>('nothing')
  const apps = useQuery({
    queryKey: ['people', 'apps', boot.organisation.tenantId],
    queryFn: ({ signal }) => client.get<Page<AppChoice>>('/servicePrincipals?$top=200', { signal }),
    enabled: notPermitted === undefined,
  })
  const chosen = app === '' ? (apps.data?.value[0]?.appId ?? '') : app
  const ask = useMutation({
    mutationFn: () =>
      client.send<Evaluated>('POST', '/identity/conditionalAccess/evaluate', {
        body: {
          signInIdentity: { userId: person.id },
          signInContext: { includeApplications: [chosen] },
          appliedPoliciesOnly: true,
          latchkey_proofs: proof === 'nothing' ? [] : [{ method: proof }],
        },
      }),
  })
  const labels = {
    nothing: said.nothing,
    password: allowed.method.password,
    softwareOath: allowed.method.totp,
    fido2: allowed.method.passkey,
    temporaryAccessPassOneTime: allowed.method.temporaryAccessPass,
  }
  const answer = ask.data
  return (
    <Card title={said.title} lead={said.lead}>
      <div className="flex max-w-xl flex-col gap-4">
        {notPermitted === undefined && (
          <>
            <SelectField
              label={said.app}
              value={chosen}
              options={(apps.data?.value ?? []).map(({ appId, displayName }) => ({
                value: appId,
                label: displayName,
              }))}
              onChoose={setApp}
            />
            <SelectField
              label={said.with}
              value={proof}
              options={proofs.map((value) => ({ value, label: labels[value] }))}
              onChoose={(chosen) => setProof(chosen)}
            />
          </>
        )}
        <div>
          <Button
            unavailable={notPermitted}
            busy={ask.isPending ? common.working : undefined}
            onClick={() => ask.mutate()}
          >
            {said.ask}
          </Button>
        </div>
        {notPermitted !== undefined && <p className="text-soft">{notPermitted}</p>}
        {(apps.error ?? ask.error) && <ProblemNotice problem={apps.error ?? ask.error} />}
        {answer && <Answer answer={answer} />}
      </div>
    </Card>
  )
}

function Answer({ answer }: { readonly answer: Evaluated }) {
  const {
    person: { whatIf: said },
  } = useSaid()
  const { outcome, authenticationStrengths } = answer.latchkey_decision
  const tone = ({ allowed: 'good', blocked: 'bad', needs: 'warn' } as const)[outcome]
  return (
    <>
      <Notice tone={tone} title={said.outcome[outcome]} live="polite">
        {authenticationStrengths.map(({ id, displayName }) => (
          <p key={id}>{said.strength({ name: displayName })}</p>
        ))}
      </Notice>
      <h3 className="font-semibold">{said.policies}</h3>
      {answer.value.length === 0 ? (
        <p className="text-soft">{said.noPolicies}</p>
      ) : (
        <List label={said.policies}>
          {answer.value.map(({ id, displayName, latchkey_result: result }) => (
            <ListRow
              key={id}
              icon={<ShieldCheck className="size-5" />}
              title={
                <Link to={`/access/${id}`} className="text-accent hover:underline">
                  {displayName}
                </Link>
              }
              badges={<Badge>{result}</Badge>}
            />
          ))}
        </List>
      )}
    </>
  )
}
