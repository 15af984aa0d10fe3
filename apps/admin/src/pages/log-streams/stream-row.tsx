import { ProblemNotice, useChange, useClient, useTimes } from '@latchkey/front'
import { Badge, Button, Modal, Notice, type Tone } from '@latchkey/ui'
import { Server, Webhook } from 'lucide-react'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import { type LogStream, type MadeLogStream, usualLagSeconds } from './log-stream.ts'

type Standing = 'waiting' | 'working' | 'failing' | 'off'

const tones: Readonly<Record<Standing, Tone>> = {
  waiting: 'plain',
  working: 'good',
  failing: 'bad',
  off: 'plain',
}

function standingOf({ isEnabled, state }: LogStream): Standing {
  if (!isEnabled) return 'off'
  if (state.lastError !== null) return 'failing'
  return state.lastDeliveredDateTime === null ? 'waiting' : 'working'
}

/** One stream: whether it gets there, how far it is, and what can be done with it. */
export function StreamRow({
  stream,
  unavailable,
  onEdit,
  onSecret,
}: {
  readonly stream: LogStream
  readonly unavailable: string | undefined
  onEdit(): void
  onSecret(made: MadeLogStream): void
}) {
  const { logStreams: said } = useSaidIn('records')
  const standing = standingOf(stream)
  const Icon = stream.kind === 'webhook' ? Webhook : Server
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-start gap-4">
        <span
          aria-hidden
          className="grid size-10 flex-none place-items-center rounded-xl bg-hover text-accent"
        >
          <Icon className="size-5" />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">{stream.displayName}</h2>
          <p className="text-sm break-all text-soft">{stream.address}</p>
          <p className="text-sm text-soft">{stream.logs.map((log) => said.logs[log]).join(' · ')}</p>
        </div>
        <Badge tone={tones[standing]}>{said.states[standing]}</Badge>
      </div>
      <StreamState stream={stream} />
      <StreamActions stream={stream} unavailable={unavailable} onEdit={onEdit} onSecret={onSecret} />
    </li>
  )
}

function StreamState({ stream: { state, isEnabled } }: { readonly stream: LogStream }) {
  const { logStreams: said } = useSaidIn('records')
  const times = useTimes()
  const { lastDeliveredDateTime: delivered, lastError, oldestWaitingDateTime: waiting } = state
  const isBehind = isEnabled && waiting !== null && state.lagSeconds > usualLagSeconds
  return (
    <>
      <div className="text-sm text-soft">
        {delivered !== null && <p>{said.delivered({ time: times.ago(delivered) })}</p>}
        {isBehind && <p>{said.behind({ time: times.ago(waiting) })}</p>}
      </div>
      {isEnabled && lastError !== null && (
        <Notice tone="bad" title={said.lastError}>
          <p className="break-words">{lastError}</p>
          {state.failingSinceDateTime !== null && (
            <p>{said.failingSince({ time: times.ago(state.failingSinceDateTime) })}</p>
          )}
          {state.nextAttemptDateTime !== null && (
            <p>{said.nextTry({ time: times.ago(state.nextAttemptDateTime) })}</p>
          )}
        </Notice>
      )}
    </>
  )
}

type Question = 'rotate' | 'remove'

function StreamActions({ stream, unavailable, onEdit, onSecret }: Parameters<typeof StreamRow>[0]) {
  const { logStreams: said, frame } = useSaidIn('records')
  const client = useClient()
  const [question, setQuestion] = useState<Question>()
  const path = `/latchkey/logStreams/${stream.id}`
  const refresh = [['log streams'], ['home']]
  const close = () => setQuestion(undefined)

  const turn = useChange({
    does: (isEnabled: boolean) => client.send('PATCH', path, { body: { isEnabled } }),
    refresh,
    done: frame.saved,
  })
  const test = useTest(path)
  const rotate = useChange({
    does: () => client.send<MadeLogStream>('POST', `${path}/rotateSecret`),
    refresh,
    after(made) {
      close()
      onSecret(made)
    },
  })
  const remove = useChange({
    does: () => client.send('DELETE', path),
    refresh,
    done: said.removed,
    after: close,
  })
  const small = { size: 'small', unavailable } as const
  const asked = question === 'rotate' ? rotate : remove
  const title = question === 'remove' ? said.remove.title({ name: stream.displayName }) : said.rotate.title
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button {...small} busy={test.busy ? said.actions.testing : undefined} onClick={test.run}>
          {said.actions.test}
        </Button>
        <Button {...small} onClick={onEdit}>
          {said.actions.edit}
        </Button>
        <Button {...small} onClick={() => turn.run(!stream.isEnabled)}>
          {stream.isEnabled ? said.actions.off : said.actions.on}
        </Button>
        {stream.kind === 'webhook' && (
          <Button {...small} onClick={() => setQuestion('rotate')}>
            {said.actions.rotate}
          </Button>
        )}
        <Button {...small} onClick={() => setQuestion('remove')}>
          {said.actions.remove}
        </Button>
      </div>
      {test.result}
      {turn.problem !== null && <ProblemNotice problem={turn.problem} />}
      {question !== undefined && (
        <Modal
          open
          title={title}
          lead={said[question].lead}
          closeLabel={frame.close}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{frame.close}</Button>
              <Button
                look={question === 'remove' ? 'danger' : 'primary'}
                busy={asked.busy ? frame.saving : undefined}
                onClick={() => asked.run()}
              >
                {said[question].confirm}
              </Button>
            </>
          }
        >
          {asked.problem !== null && <ProblemNotice problem={asked.problem} />}
        </Modal>
      )}
    </>
  )
}

/** Send a test, and say what came of it. */
function useTest(path: string) {
  const { logStreams: said } = useSaidIn('records')
  const client = useClient()
  const [outcome, setOutcome] = useState<{ readonly error: string | null }>()
  const test = useChange({
    does: () => client.send<{ readonly error: string | null }>('POST', `${path}/test`),
    after: setOutcome,
  })
  const run = () => {
    setOutcome(undefined)
    test.run()
  }
  const told =
    outcome === undefined ? undefined : outcome.error === null ? (
      <Notice tone="good" title={said.test.delivered} live="polite" />
    ) : (
      <Notice tone="bad" title={said.test.failed} live="polite">
        <p className="break-words">{outcome.error}</p>
      </Notice>
    )
  const result = test.problem === null ? told : <ProblemNotice problem={test.problem} />
  return { run, busy: test.busy, result }
}
