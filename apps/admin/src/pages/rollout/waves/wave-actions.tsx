import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Modal, Notice } from '@latchkey/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useRuleChange } from '../../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../../said.ts'
import { useRehearsal } from './rehearsal-card.tsx'
import { type Wave, wavesKey, wavesPath } from './wave.ts'

type Question = 'start' | 'stop' | 'undo' | 'remove'

/** Start, stop, undo, remove: each says first what will happen, and to how many. */
export function WaveActions({
  wave,
  unavailable,
  onEdit,
}: {
  readonly wave: Wave
  readonly unavailable: string | undefined
  onEdit(): void
}) {
  const { waves, frame, common, language } = useSaidIn('rollout')
  const { one: said } = waves
  const client = useClient()
  const navigate = useNavigate()
  const [question, setQuestion] = useState<Question>()
  const [undone, setUndone] = useState<{ readonly putBack: number; readonly left: number }>()
  const path = `${wavesPath}/${wave.id}`
  const close = () => setQuestion(undefined)
  const change = { refresh: [wavesKey, ['groups'], ['rules']], after: close }
  const start = useRuleChange({ ...change, request: () => ({ method: 'POST', path: `${path}/start` }) })
  const stop = useChange({ ...change, does: () => client.send('POST', `${path}/stop`) })
  const check = useChange({ ...change, done: frame.saved, does: () => client.send('POST', `${path}/check`) })
  const undo = useChange({
    ...change,
    does: () => client.send<{ readonly putBack: number; readonly left: number }>('POST', `${path}/undo`),
    after(counts) {
      close()
      setUndone(counts)
    },
  })
  const remove = useChange({
    ...change,
    does: () => client.send('POST', `${path}/remove`, { body: { version: wave.version } }),
    after: () => navigate('/rollout/waves'),
  })
  const moved = wave.people?.moved ?? 0
  const isRunning = wave.state === 'started'
  const mayStart = wave.state === 'planned' || wave.state === 'stopped'
  const number = new Intl.NumberFormat(language)
  const lead = useLead(wave)
  const asked = { start, stop, undo, remove }
  const name = wave.displayName
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {mayStart && (
          <Button look="primary" unavailable={unavailable} onClick={() => setQuestion('start')}>
            {wave.startedDateTime === null ? said.start.button : said.start.again}
          </Button>
        )}
        {isRunning && wave.kind === 'enforcement' && (
          <Button
            unavailable={unavailable}
            busy={check.busy ? frame.saving : undefined}
            onClick={() => check.run()}
          >
            {said.check}
          </Button>
        )}
        {isRunning && (
          <Button unavailable={unavailable} onClick={() => setQuestion('stop')}>
            {said.stop.button}
          </Button>
        )}
        {moved > 0 && (
          <Button unavailable={unavailable} onClick={() => setQuestion('undo')}>
            {said.undo.button}
          </Button>
        )}
        <Button unavailable={unavailable} onClick={onEdit}>
          {said.edit}
        </Button>
        {!isRunning && moved === 0 && (
          <Button unavailable={unavailable} onClick={() => setQuestion('remove')}>
            {said.remove.button}
          </Button>
        )}
      </div>
      {undone !== undefined && (
        <Notice tone="good" live="polite" title={said.undo.done({ count: number.format(undone.putBack) })}>
          {undone.left > 0 && said.undo.left({ count: number.format(undone.left) })}
        </Notice>
      )}
      {check.problem !== null && <ProblemNotice problem={check.problem} />}
      {question !== undefined && (
        <Modal
          open
          title={said[question].title({ name })}
          lead={lead(question)}
          closeLabel={frame.close}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{common.cancel}</Button>
              <Button
                look={question === 'remove' ? 'danger' : 'primary'}
                busy={asked[question].busy ? frame.saving : undefined}
                onClick={() => asked[question].run()}
              >
                {said[question].confirm}
              </Button>
            </>
          }
        >
          {asked[question].problem !== null && <ProblemNotice problem={asked[question].problem} />}
        </Modal>
      )}
      {start.dialog}
    </>
  )
}

/** What will happen, to how many. */
function useLead(wave: Wave): (question: Question) => string {
  const { waves, language } = useSaidIn('rollout')
  const { one: said } = waves
  const { data } = useRehearsal(wave)
  const number = new Intl.NumberFormat(language)
  const moved = number.format(wave.people?.moved ?? 0)
  const say = (count: number | undefined) => (count === undefined ? '…' : number.format(count))
  return (question) => {
    switch (question) {
      case 'start':
        if (wave.kind === 'registration') return said.start.registration({ count: say(data?.people) })
        return said.start.enforcement({
          passes: say(data?.outcomes.passes),
          others: say(data && data.outcomes.fails + data.outcomes.notSeen),
        })
      case 'stop':
        return wave.kind === 'registration' ? said.stop.registration : said.stop.enforcement({ moved })
      case 'undo':
        return said.undo.lead({ moved })
      case 'remove':
        return said.remove.lead
    }
  }
}
