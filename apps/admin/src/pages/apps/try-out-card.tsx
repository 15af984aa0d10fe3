import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, buttonClass, Card, Notice } from '@latchkey/ui'
import { ExternalLink, FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { type App, appsPath } from './app.ts'

type Outcome = 'signedIn' | 'asksConsent' | 'asksMore' | 'refused' | 'mayUse' | 'nobody'

interface TryOut {
  readonly outcome: Outcome
  readonly reason: string | null
  readonly idToken: Readonly<Record<string, unknown>> | null
}

const tones = {
  signedIn: 'good',
  asksConsent: 'plain',
  asksMore: 'plain',
  refused: 'bad',
  mayUse: 'plain',
  nobody: 'warn',
} as const

/** Try a sign-in to an app, and see the claims it would get. */
export function TryOutCard({ app }: { readonly app: App }) {
  const { apps } = useSaidIn('organisation')
  const { tryOut: said } = apps
  const client = useClient()
  const [tried, setTried] = useState<TryOut>()
  const run = useChange<void, TryOut>({
    does: () => client.send('POST', `${appsPath}/${app.id}/tryOut`, { body: {} }),
    after: setTried,
  })
  const begin = app.initiateLoginUri ?? app.homePageUrl
  return (
    <Card title={said.title} lead={said.lead}>
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            icon={<FlaskConical aria-hidden className="size-5" />}
            busy={run.busy ? said.running : undefined}
            onClick={() => run.run()}
          >
            {said.run}
          </Button>
          {begin !== null && (
            <a href={begin} target="_blank" rel="noreferrer" className={buttonClass()}>
              <ExternalLink aria-hidden className="size-4" />
              {said.open}
            </a>
          )}
          <Link to="/what-if" className={buttonClass()}>
            {said.whatIf}
          </Link>
        </div>
        {run.problem && <ProblemNotice problem={run.problem} />}
        {tried && <Result tried={tried} />}
      </div>
    </Card>
  )
}

function Result({ tried: { outcome, reason, idToken } }: { readonly tried: TryOut }) {
  const { apps, settings } = useSaidIn('organisation')
  const { tryOut: said } = apps
  const reasons: Readonly<Record<string, string>> = said.reasons
  const strengths: Readonly<Record<string, { readonly name: string }>> = settings.signIn.strengths
  const why = reason === null ? undefined : (reasons[reason] ?? strengths[reason]?.name)
  return (
    <>
      <Notice tone={tones[outcome]} title={said.outcomes[outcome]} live="polite">
        {why}
      </Notice>
      {idToken !== null && (
        <section aria-label={said.claims}>
          <h3 className="mb-2 font-semibold">{said.claims}</h3>
          <dl className="divide-y divide-line rounded-2xl border border-line">
            {Object.entries(idToken).map(([name, value]) => (
              <div key={name} className="grid gap-x-4 px-4 py-2 sm:grid-cols-[12rem_1fr]">
                <dt>
                  <code className="text-soft">{name}</code>
                </dt>
                <dd className="min-w-0">
                  <code className="break-all">{JSON.stringify(value)}</code>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}
