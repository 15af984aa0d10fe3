import type { ApprovalAnswerKind, ApprovalOutcomeAnswer, WaitingRequest } from '@latchkey/api/authenticator'
import { ProblemNotice, useSurroundings, useTimes } from '@latchkey/front'
import { Button, Facts, Modal, Notice, TextField } from '@latchkey/ui'
import { type FormEvent, useId, useState } from 'react'
import { useSaid } from '../../said.ts'
import { OutlineMap } from './outline-map.tsx'
import { readContext } from './read-context.ts'

export interface RequestDialogProps {
  readonly request: WaitingRequest
  onAnswer(answer: {
    readonly kind: ApprovalAnswerKind
    readonly number?: string
  }): Promise<ApprovalOutcomeAnswer>
  onClose(): void
}

/** What is asked, and the three answers to it. A wrong number is a no: there is one try. */
export function RequestDialog({ request, onAnswer, onClose }: RequestDialogProps) {
  const [outcome, setOutcome] = useState<ApprovalOutcomeAnswer>()
  if (outcome !== undefined) return <Outcome outcome={outcome} onClose={onClose} />
  const answer = async (said: Parameters<typeof onAnswer>[0]) => setOutcome(await onAnswer(said))
  return <Question request={request} onAnswer={answer} onClose={onClose} />
}

function Outcome({
  outcome: { outcome, pausedUntil },
  onClose,
}: {
  readonly outcome: ApprovalOutcomeAnswer
  onClose(): void
}) {
  const { approvals: text, frame } = useSaid()
  const times = useTimes()
  const said = text.outcome[outcome]
  return (
    <Modal
      title={said.title}
      lead={said.lead}
      closeLabel={frame.close}
      open
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {frame.close}
        </Button>
      }
    >
      {pausedUntil !== undefined && <p>{text.paused({ until: times.at(pausedUntil) })}</p>}
    </Modal>
  )
}

function Question({
  request,
  onAnswer,
  onClose,
}: {
  readonly request: WaitingRequest
  onAnswer(answer: { readonly kind: ApprovalAnswerKind; readonly number?: string }): Promise<void>
  onClose(): void
}) {
  const { approvals: text, frame } = useSaid()
  const formId = useId()
  const [number, setNumber] = useState('')
  const [error, setError] = useState<string>()
  const [problem, setProblem] = useState<unknown>()
  const [sending, setSending] = useState<ApprovalAnswerKind>()
  const busy = (kind: ApprovalAnswerKind) => (sending === kind ? text.sending : undefined)
  const other = (kind: ApprovalAnswerKind) =>
    sending !== undefined && sending !== kind ? text.sending : undefined

  const answer = async (kind: ApprovalAnswerKind) => {
    setSending(kind)
    setProblem(undefined)
    await onAnswer({ kind, ...(kind === 'approve' && { number }) }).catch(setProblem)
    setSending(undefined)
  }
  const approve = (event: FormEvent) => {
    event.preventDefault()
    const complete = /^[0-9]{2}$/.test(number)
    setError(complete ? undefined : text.numberNeeded)
    if (complete && sending === undefined) void answer('approve')
  }

  return (
    <Modal
      title={text.question}
      lead={text.lead}
      closeLabel={frame.close}
      open
      onClose={onClose}
      actions={
        <div className="grid w-full gap-3">
          <Button
            type="submit"
            form={formId}
            look="primary"
            busy={busy('approve')}
            unavailable={other('approve')}
          >
            {text.approve}
          </Button>
          <Button onClick={() => void answer('deny')} busy={busy('deny')} unavailable={other('deny')}>
            {text.deny}
          </Button>
          <Button
            look="danger"
            onClick={() => void answer('report')}
            busy={busy('report')}
            unavailable={other('report')}
          >
            {text.report}
          </Button>
        </div>
      }
    >
      <form id={formId} onSubmit={approve} noValidate className="flex flex-col gap-5">
        <TextField
          label={text.number}
          value={number}
          onChange={(event) => setNumber(event.target.value.replace(/\D/g, '').slice(0, 2))}
          error={error}
          inputMode="numeric"
          autoComplete="off"
          autoFocus
        />
        {problem !== undefined && <ProblemNotice problem={problem} />}
        <Context json={request.context} />
        <Notice title={text.careTitle}>{text.care}</Notice>
      </form>
    </Modal>
  )
}

function Context({ json }: { readonly json: string }) {
  const { approvals: text } = useSaid()
  const { language } = useSurroundings().words
  const times = useTimes()
  const context = readContext(json)
  if (context === undefined) return null
  const { app, organisation, userName, country, ipAddress, browser, system, askedAt } = context
  const countryName = country && new Intl.DisplayNames([language], { type: 'region' }).of(country)
  const place = [countryName, ipAddress].filter((each) => each !== undefined).join(' · ')
  const browserName = [browser, system].filter((each) => each !== undefined).join(' · ')
  return (
    <>
      {country !== undefined && (
        <OutlineMap country={country} label={text.map({ place: countryName ?? country })} />
      )}
      <Facts
        items={[
          ...(app === undefined ? [] : [[text.app, app] as const]),
          ...(place === '' ? [] : [[text.place, place] as const]),
          [text.browser, browserName === '' ? text.browserUnknown : browserName],
          [text.account, `${userName} · ${organisation}`],
          [text.when, times.at(askedAt)],
        ]}
      />
    </>
  )
}
