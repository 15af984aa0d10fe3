import { useClient, useTimes } from '@latchkey/front'
import { Badge, Button, Card, DataTable } from '@latchkey/ui'
import { loadWords } from '@latchkey/words'
import type { CampaignMailName } from '@latchkey/words/campaign'
import {
  findHelpEntry,
  type HelpCatalogue,
  type HelpEntry,
  loadHelpWords,
  oftenAskedFor,
} from '@latchkey/words/help'
import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useSaid, useSaidIn } from '../../../said.ts'
import { mailsKey, toDay } from './mails.ts'

interface Brief {
  readonly countedDateTime: string
  readonly address: string
  readonly people: number
  readonly left: number
  readonly callsPerFailure: number
  readonly days: readonly {
    readonly startDateTime: string
    readonly calls: number
    readonly left: number
    readonly isAfterAnnouncement: boolean
  }[]
  readonly mails: readonly {
    readonly day: string
    readonly kind: CampaignMailName
    readonly waveId: string
    readonly displayName: string
    readonly people: number
  }[]
  readonly questions: readonly { readonly code: string; readonly failures: number }[]
}

interface Question {
  readonly entry: HelpEntry
  /** Absent: nobody here ran into it yet. */
  readonly failures?: number
}

const mostQuestions = 10

/** What the help desk is handed before a wave: how much to expect, and what people will ask. */
export function BriefTab() {
  const { rolloutMails, language } = useSaidIn('rollout')
  const { brief: said, kinds } = rolloutMails
  const times = useTimes()
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const { data } = useBrief()
  if (data === undefined) return null
  const { brief, questions } = data
  return (
    <div data-printed className="flex flex-col gap-6">
      <Card
        title={said.title}
        lead={said.lead({ time: times.at(brief.countedDateTime) })}
        actions={
          <span data-unprinted>
            <Button icon={<Printer aria-hidden className="size-5" />} onClick={() => print()}>
              {said.print}
            </Button>
          </span>
        }
      >
        <p className="text-lg font-semibold">
          {said.left({ left: number.format(brief.left), people: number.format(brief.people) })}
        </p>
        <p className="mt-2">
          {said.guide}: <span className="break-all">{brief.address}</span>
        </p>
      </Card>
      <Card title={said.load} lead={said.loadHint({ share: number.format(brief.callsPerFailure) })}>
        <DataTable
          caption={`${said.day}, ${said.calls}`}
          rows={brief.days}
          keyOf={({ startDateTime }) => startDateTime}
          columns={[
            {
              name: 'day',
              label: said.day,
              show: ({ startDateTime, isAfterAnnouncement }) => (
                <span className="flex flex-wrap items-center gap-2">
                  {times.day(startDateTime)}
                  {isAfterAnnouncement && <Badge tone="warn">{said.burst}</Badge>}
                </span>
              ),
            },
            { name: 'calls', label: said.calls, numeric: true, show: ({ calls }) => number.format(calls) },
            {
              name: 'left',
              label: said.leftThen,
              numeric: true,
              show: ({ left }) => number.format(Math.round(left)),
            },
          ]}
        />
      </Card>
      <Card title={said.mails}>
        {brief.mails.length === 0 ? (
          <p>{said.noMails}</p>
        ) : (
          <ul className="flex flex-col gap-1">
            {brief.mails.map(({ day, kind, waveId, displayName, people }) => (
              <li key={`${waveId} ${kind}`}>
                <span className="font-semibold">{toDay(day, language)}</span>: {kinds[kind]}, {displayName},{' '}
                {said.mailTo({ count: number.format(people) })}
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={said.questions}>
        <ol className="flex list-inside list-decimal flex-col gap-4">
          {questions.map(({ entry, failures }) => (
            <li key={entry.code}>
              <span className="font-semibold">{entry.title}</span>{' '}
              <Badge>
                {failures === undefined ? said.usual : said.fromNumbers({ count: number.format(failures) })}
              </Badge>
              <p className="mt-1 text-soft">{entry.reason}</p>
              <p>{entry.next}</p>
            </li>
          ))}
        </ol>
      </Card>
    </div>
  )
}

/** The figures of the moment, and the words for what people ask. */
function useBrief() {
  const { language } = useSaid()
  const client = useClient()
  return useQuery({
    queryKey: [...mailsKey, 'brief', language],
    queryFn: async ({ signal }) => {
      const [brief, words, help] = await Promise.all([
        client.get<Brief>('/latchkey/rollout/brief', { signal }),
        loadWords(language),
        loadHelpWords(language),
      ])
      return { brief, questions: listQuestions(brief, { words, help }) }
    },
  })
}

/** What people here ran into, the most frequent first; then what is asked everywhere. */
function listQuestions({ questions }: Brief, catalogue: HelpCatalogue): readonly Question[] {
  const found = new Map<string, Question>()
  for (const { code, failures } of questions) {
    const entry = findHelpEntry(catalogue, code)
    if (entry === undefined) continue
    found.set(entry.code, { entry, failures: (found.get(entry.code)?.failures ?? 0) + failures })
  }
  for (const entry of oftenAskedFor(catalogue)) {
    if (!found.has(entry.code)) found.set(entry.code, { entry })
  }
  return [...found.values()].slice(0, mostQuestions)
}
