import { useSurroundings, useTimes } from '@latchkey/front'
import { Badge, Card, type Tone } from '@latchkey/ui'
import { Check, CircleDashed, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSaidIn } from '../../said.ts'
import type { RuleResult, SignInEntry } from './log-entries.ts'
import { useSignInWords } from './sign-in-words.ts'

/** Why a sign-in went as it did, in the order in which it was decided. */
export function Why({ entry }: { readonly entry: SignInEntry }) {
  const { record } = useSaidIn('records').logs
  return (
    <Card title={record.why}>
      <ol className="flex flex-col gap-6">
        <Proven entry={entry} />
        {entry.method === 'passkey' && entry.aaGuid !== null && <Key entry={entry} />}
        {entry.methodRule !== null && <Policy rule={entry.methodRule} />}
        <Rules rules={entry.rules} />
        <Outcome entry={entry} />
      </ol>
    </Card>
  )
}

type Standing = 'good' | 'bad' | 'plain'

const marks: Readonly<Record<Standing, { readonly Icon: typeof Check; readonly look: string }>> = {
  good: { Icon: Check, look: 'bg-good-ground text-good' },
  bad: { Icon: X, look: 'bg-bad-ground text-bad' },
  plain: { Icon: CircleDashed, look: 'bg-hover text-soft' },
}

function Step({
  title,
  standing,
  children,
}: {
  readonly title: string
  readonly standing: Standing
  readonly children: ReactNode
}) {
  const { Icon, look } = marks[standing]
  return (
    <li className="flex gap-4">
      <span aria-hidden className={`grid size-8 flex-none place-items-center rounded-full ${look}`}>
        <Icon className="size-4" />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1 pt-0.5">
        <h3 className="font-semibold">{title}</h3>
        {children}
      </div>
    </li>
  )
}

/** What had been proven in the session; where the record is about one proof alone, that one. */
function Proven({ entry }: { readonly entry: SignInEntry }) {
  const { proven } = useSaidIn('records').logs.record
  const times = useTimes()
  const said = useSignInWords()
  const proofs =
    entry.proofs.length > 0
      ? entry.proofs
      : entry.method !== null && entry.outcome === 'success'
        ? [{ method: entry.method, at: entry.createdDateTime }]
        : []
  return (
    <Step title={proven.title} standing={proofs.length > 0 ? 'good' : 'bad'}>
      {proofs.length === 0 && <p>{proven.nothing}</p>}
      <ul>
        {proofs.map(({ method, at }) => (
          <li key={`${method} ${at}`}>{proven.by({ method: said.method(method), time: times.at(at) })}</li>
        ))}
      </ul>
      {entry.strength !== null && (
        <p className="text-soft">{proven.strength({ strength: said.strength(entry.strength) })}</p>
      )}
    </Step>
  )
}

function Key({ entry }: { readonly entry: SignInEntry }) {
  const { key } = useSaidIn('records').logs.record
  const { model, aaGuid, attested, passkeyType, userVerified } = entry
  return (
    <Step title={key.title} standing={attested === true ? 'good' : 'plain'}>
      <p>
        {model ?? key.unknownModel} <code className="text-sm break-all text-soft">{aaGuid}</code>
      </p>
      <ul className="text-soft">
        {attested !== null && <li>{attested ? key.attested : key.claimed}</li>}
        {passkeyType !== null && <li>{key[passkeyType]}</li>}
        {userVerified !== null && <li>{userVerified ? key.verified : key.notVerified}</li>}
      </ul>
    </Step>
  )
}

function Policy({ rule }: { readonly rule: NonNullable<SignInEntry['methodRule']> }) {
  const { policy } = useSaidIn('records').logs.record
  const said = useSignInWords()
  const reason = (because: string) => said.problem(`passkey_${because}`)?.reason ?? because
  return (
    <Step title={policy.title} standing={rule.allowed ? 'good' : 'bad'}>
      <p>{rule.allowed ? policy.allowed : policy.refused}</p>
      {!rule.allowed && rule.because !== undefined && <p className="text-soft">{reason(rule.because)}</p>}
      {rule.profiles !== undefined && rule.profiles.length > 0 && (
        <ul className="text-soft">
          {rule.profiles.map(({ profileId, name, because }) => (
            <li key={profileId}>
              {policy.profile({ name })} {reason(because)}
            </li>
          ))}
        </ul>
      )}
    </Step>
  )
}

function Rules({ rules }: { readonly rules: readonly RuleResult[] }) {
  const { rules: said } = useSaidIn('records').logs.record
  const isRefused = rules.some(({ result }) => result === 'failure')
  return (
    <Step title={said.title} standing={isRefused ? 'bad' : rules.length > 0 ? 'good' : 'plain'}>
      {rules.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <ul className="mt-1 flex flex-col gap-3">
          {rules.map((rule) => (
            <Rule key={rule.id} rule={rule} />
          ))}
        </ul>
      )}
    </Step>
  )
}

const resultTones: Readonly<Record<string, Tone>> = {
  success: 'good',
  failure: 'bad',
  reportOnlyFailure: 'warn',
  reportOnlyInterrupted: 'warn',
}

function Rule({ rule }: { readonly rule: RuleResult }) {
  const { rules: said } = useSaidIn('records').logs.record
  const words = useSignInWords()
  const names = (controls: readonly string[]) =>
    controls.map((control) => words.control(control, rule.strength)).join(', ')
  const lines = [
    [said.asks, rule.asks.length > 0 ? names(rule.asks) : said.nothingAsked],
    ...(rule.satisfied.length > 0 ? [[said.there, names(rule.satisfied)]] : []),
    ...(rule.missing.length > 0 ? [[said.missing, names(rule.missing)]] : []),
    ...(rule.sessionControls.length > 0 ? [[said.limits, names(rule.sessionControls)]] : []),
  ]
  return (
    <li className="rounded-xl border border-line px-4 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{rule.displayName}</span>
        <Badge tone={resultTones[rule.result] ?? 'plain'}>{words.result(rule.result)}</Badge>
      </p>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 text-sm">
        {lines.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

function Outcome({ entry }: { readonly entry: SignInEntry }) {
  const { end } = useSaidIn('records').logs.record
  const words = useSignInWords().problem(entry.code)
  const { common } = useSurroundings().words
  return (
    <Step title={end.title} standing={entry.outcome === 'success' ? 'good' : 'bad'}>
      {entry.code === '' ? (
        <p>{end.success}</p>
      ) : (
        <>
          <p className="font-medium">{words?.title ?? entry.code}</p>
          {words !== undefined && (
            <>
              <p className="text-soft">{words.reason}</p>
              <p className="text-soft">
                {end.next}: {words.next}
              </p>
            </>
          )}
          <p>
            <a
              className="underline"
              href={`/help/${entry.code}?correlation=${entry.correlationId}`}
              target="_blank"
              rel="noopener"
            >
              {common.moreHelp}
            </a>
          </p>
        </>
      )}
    </Step>
  )
}
