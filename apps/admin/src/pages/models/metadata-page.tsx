import { ApiProblem } from '@latchkey/api'
import { ProblemNotice, useChange, useClient, usePageTitle, useTimes } from '@latchkey/front'
import { Badge, Button, Card, Facts, Notice, PageHead, SwitchField } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { RefreshCw, Upload } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { BackLink } from '../../back-link.tsx'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { wordOf } from './model-badges.tsx'

interface Metadata {
  readonly isTrusted: boolean
  readonly held: {
    readonly number: number
    readonly models: number
    readonly loadedDateTime: string
    readonly nextUpdateDateTime: string
    readonly isStale: boolean
    readonly from: 'source' | 'upload' | 'command' | null
  } | null
  /** Whether the operator named a root: without one nothing can be verified. */
  readonly hasRoot: boolean
  /** A host, or `file`. */
  readonly source: string | null
  readonly lastRound: {
    readonly dateTime: string
    readonly from: 'source' | 'upload' | 'command'
    readonly outcome: 'loaded' | 'unchanged' | 'failed'
    readonly code: string | null
  } | null
}

const path = '/latchkey/metadata'
const refresh = [['metadata'], ['models']]

/** The FIDO metadata: which is held, how to get a newer one, and whether it is believed here. */
export function MetadataPage() {
  const { models: said } = useSaidIn('signIn')
  const { metadata } = said
  const client = useClient()
  usePageTitle(metadata.title)
  const { data } = useSuspenseQuery({
    queryKey: ['metadata'],
    queryFn: ({ signal }) => client.get<Metadata>(path, { signal }),
  })
  return (
    <>
      <BackLink to="/models">{said.title}</BackLink>
      <PageHead title={metadata.title} lead={metadata.lead} />
      {!data.hasRoot && (
        <Notice tone="warn" title={metadata.noRootTitle}>
          <p>{metadata.noRoot}</p>
          <p className="mt-1">
            <code>LATCHKEY_METADATA_ROOT</code>
          </p>
        </Notice>
      )}
      <Card title={metadata.state}>
        <State {...data} />
      </Card>
      <Renew data={data} />
      <Trust isTrusted={data.isTrusted} />
    </>
  )
}

function State({ held, source, lastRound }: Metadata) {
  const { metadata } = useSaidIn('signIn').models
  const times = useTimes()
  const rows: (readonly [string, ReactNode])[] =
    held === null
      ? [[metadata.edition, metadata.noneHeld]]
      : [
          [
            metadata.edition,
            <span key="edition" className="flex flex-wrap items-center gap-2">
              {metadata.number({ number: held.number, models: held.models })}
              {held.isStale ? (
                <Badge tone="warn">{metadata.stale}</Badge>
              ) : (
                <Badge tone="good">{metadata.fresh}</Badge>
              )}
            </span>,
          ],
          [metadata.loaded, times.at(held.loadedDateTime)],
          [metadata.next, times.day(held.nextUpdateDateTime)],
          ...(held.from === null ? [] : [[metadata.cameFrom, metadata.from[held.from]] as const]),
        ]
  return (
    <Facts
      items={[
        ...rows,
        [
          metadata.source,
          source === null ? metadata.noSource : source === 'file' ? metadata.fileSource : source,
        ],
        [metadata.last, lastRound === null ? metadata.never : <LastRound key="last" round={lastRound} />],
      ]}
    />
  )
}

function LastRound({ round }: { readonly round: NonNullable<Metadata['lastRound']> }) {
  const { metadata } = useSaidIn('signIn').models
  const times = useTimes()
  const { outcome, code, dateTime } = round
  return (
    <span className="flex flex-wrap items-center gap-2">
      {times.ago(dateTime)}
      <Badge tone={outcome === 'failed' ? 'bad' : 'plain'}>{metadata.outcome[outcome]}</Badge>
      {code !== null && <span className="text-soft">{wordOf(metadata.refused, code)}</span>}
    </span>
  )
}

function Renew({ data }: { readonly data: Metadata }) {
  const { metadata } = useSaidIn('signIn').models
  const client = useClient()
  const notPermitted = useWhyNot('change the methods policy')
  const update = useChange({
    does: () => client.send('POST', `${path}/update`),
    refresh,
    done: metadata.looked,
  })
  const upload = useChange({
    does: (file: File) =>
      client.send('PUT', `${path}/blob`, { body: new Blob([file], { type: 'application/octet-stream' }) }),
    refresh,
    done: metadata.taken,
  })
  const noRoot = data.hasRoot ? undefined : metadata.noRootTitle
  return (
    <Card title={metadata.renew} lead={metadata.renewLead}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap gap-3">
          <Button
            look={data.source === null ? 'quiet' : 'primary'}
            icon={<RefreshCw aria-hidden className="size-5" />}
            unavailable={notPermitted ?? noRoot ?? (data.source === null ? metadata.noSource : undefined)}
            busy={update.busy ? metadata.looking : undefined}
            onClick={() => update.run()}
          >
            {metadata.updateNow}
          </Button>
          <FileButton
            look={data.source === null ? 'primary' : 'quiet'}
            label={metadata.upload}
            unavailable={notPermitted ?? noRoot}
            busy={upload.busy ? metadata.uploading : undefined}
            onFile={(file) => upload.run(file)}
          />
        </div>
        {update.problem && <ProblemNotice problem={update.problem} />}
        {upload.problem && <Refused problem={upload.problem} />}
      </div>
    </Card>
  )
}

/** A file that was not taken: why, in words. */
function Refused({ problem }: { readonly problem: Error }) {
  const { metadata } = useSaidIn('signIn').models
  const code = problem instanceof ApiProblem ? problem.code : ''
  if (!Object.hasOwn(metadata.refused, code)) return <ProblemNotice problem={problem} />
  return (
    <Notice tone="bad" title={metadata.refusedTitle} live="assertive">
      <p>{wordOf(metadata.refused, code)}</p>
      <p>{metadata.stillHeld}</p>
    </Notice>
  )
}

interface FileButtonProps {
  readonly look: 'primary' | 'quiet'
  readonly label: string
  readonly unavailable: string | undefined
  readonly busy: string | undefined
  onFile(file: File): void
}

/** A button that asks for a file. */
function FileButton({ look, label, unavailable, busy, onFile }: FileButtonProps) {
  const id = useId()
  const open = () => document.getElementById(id)?.click()
  return (
    <>
      <Button
        look={look}
        icon={<Upload aria-hidden className="size-5" />}
        unavailable={unavailable}
        busy={busy}
        onClick={open}
      >
        {label}
      </Button>
      <input
        id={id}
        type="file"
        hidden
        aria-label={label}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) onFile(file)
          // The same file can be chosen again.
          target.value = ''
        }}
      />
    </>
  )
}

function Trust({ isTrusted }: { readonly isTrusted: boolean }) {
  const { shell, frame, models } = useSaidIn('signIn')
  const { metadata } = models
  const client = useClient()
  const unavailable = useWhyNot('change the organisation')
  const trust = useChange({
    does: (on: boolean) => client.send('PATCH', path, { body: { isTrusted: on } }),
    refresh,
    done: frame.saved,
  })
  return (
    <Card title={metadata.trust}>
      {unavailable === undefined ? (
        <SwitchField
          label={metadata.trusted}
          hint={metadata.trustedHint}
          on={isTrusted}
          onSwitch={trust.run}
        />
      ) : (
        <p>
          {isTrusted ? metadata.isTrusted : metadata.isNotTrusted}{' '}
          <span className="text-soft">{shell.notPermitted}</span>
        </p>
      )}
      {trust.problem && <ProblemNotice problem={trust.problem} />}
    </Card>
  )
}
