import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Badge, Button, Card, DataTable, EmptyState, Notice, type Tone } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { CalendarClock, Pause, Play } from 'lucide-react'
import { Link } from 'react-router'
import { useSaidIn } from '../../../said.ts'
import { useWhyNot } from '../../../why-not.ts'
import { type CalendarMail, mailsKey, mailsPath, type RolloutMails, toDay, type WaveMails } from './mails.ts'
import { SentCard } from './sent-card.tsx'
import { SettingsCard } from './settings-card.tsx'

/** When which mail goes, and how far it has come. */
export function CalendarTab() {
  const { rolloutMails: said } = useSaidIn('rollout')
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: [...mailsKey, 'calendar'],
    queryFn: ({ signal }) => client.get<RolloutMails>(mailsPath, { signal }),
    refetchInterval: 10_000,
  })
  const { settings, waves } = data
  const mails = waves.flatMap((wave) => wave.mails)
  return (
    <div className="flex flex-col gap-6">
      <Standing mails={data} />
      {waves.length === 0 ? (
        <EmptyState
          icon={<CalendarClock className="size-7" />}
          title={said.noWaves}
          action={<Link to="/rollout/waves">{said.toWaves}</Link>}
        >
          {said.noWavesLead}
        </EmptyState>
      ) : (
        waves.map((wave) => <WaveCard key={wave.waveId} wave={wave} />)
      )}
      {waves.length > 0 && <p className="max-w-3xl text-sm text-soft">{said.openedHint}</p>}
      {mails.some(({ sent, failed, waiting }) => sent + failed + waiting > 0) && (
        <SentCard
          isPaused={settings.isPaused}
          beginWith={mails.some(({ failed }) => failed > 0) ? 'failed' : 'sent'}
        />
      )}
      <SettingsCard key={JSON.stringify(settings)} settings={settings} />
    </div>
  )
}

/** What holds all mails back, if anything does; and the way to hold them. */
function Standing({ mails }: { readonly mails: RolloutMails }) {
  const { rolloutMails: said, frame } = useSaidIn('rollout')
  const { settings, isMailConfigured, heldBecause } = mails
  const client = useClient()
  const unavailable = useWhyNot('change the methods policy')
  const turn = useChange<boolean>({
    does: (isPaused) => client.send('PATCH', `${mailsPath}/settings`, { body: { isPaused } }),
    refresh: [mailsKey],
    done: frame.saved,
  })
  const button = (
    <Button
      icon={
        settings.isPaused ? <Play aria-hidden className="size-5" /> : <Pause aria-hidden className="size-5" />
      }
      unavailable={unavailable}
      busy={turn.busy ? frame.saving : undefined}
      onClick={() => turn.run(!settings.isPaused)}
    >
      {settings.isPaused ? said.resume : said.pause}
    </Button>
  )
  return (
    <>
      {!isMailConfigured && (
        <Notice tone="bad" title={said.notConfigured.title}>
          {said.notConfigured.lead}
        </Notice>
      )}
      {heldBecause !== null && (
        <Notice
          tone="warn"
          title={said.notAnnounced.title}
          actions={
            <Link className="font-semibold underline" to="/rollout/preflight">
              {said.notAnnounced.go}
            </Link>
          }
        >
          {said.notAnnounced.lead}
        </Notice>
      )}
      {settings.isPaused ? (
        <Notice tone="warn" title={said.paused.title} actions={button}>
          {said.paused.lead}
        </Notice>
      ) : (
        <div>{button}</div>
      )}
      {turn.problem && <ProblemNotice problem={turn.problem} />}
    </>
  )
}

const tones: Readonly<Record<CalendarMail['standing'], Tone>> = {
  planned: 'plain',
  due: 'warn',
  done: 'good',
  skipped: 'bad',
  off: 'plain',
}

function WaveCard({ wave }: { readonly wave: WaveMails }) {
  const { rolloutMails: said, language } = useSaidIn('rollout')
  const number = new Intl.NumberFormat(language)
  const { columns } = said
  const count = (name: 'sent' | 'opened' | 'waiting' | 'failed' | 'notNeeded') => ({
    name,
    label: columns[name],
    numeric: true as const,
    show: (mail: CalendarMail) => number.format(mail[name]),
  })
  return (
    <Card
      title={wave.displayName}
      lead={said.dayZero({ day: toDay(wave.dayZero, language), people: number.format(wave.people) })}
    >
      {wave.state === 'stopped' && <p className="mb-3 font-semibold">{said.stopped}</p>}
      <DataTable
        caption={`${said.title}: ${wave.displayName}`}
        rows={wave.mails}
        keyOf={({ kind }) => kind}
        columns={[
          { name: 'mail', label: columns.mail, show: ({ kind }) => said.kinds[kind] },
          {
            name: 'day',
            label: columns.day,
            show: ({ day }) =>
              day === null ? '–' : <span className="whitespace-nowrap">{toDay(day, language)}</span>,
          },
          {
            name: 'standing',
            label: columns.standing,
            show: ({ standing, undecided }) => (
              <>
                <Badge tone={tones[standing]}>{said.standings[standing]}</Badge>
                {standing === 'skipped' && (
                  <p className="mt-1 max-w-64 text-sm text-soft">
                    {said.skipped({ count: number.format(undecided) })}
                  </p>
                )}
              </>
            ),
          },
          count('sent'),
          count('opened'),
          count('waiting'),
          count('failed'),
          count('notNeeded'),
        ]}
      />
    </Card>
  )
}
