import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, CheckboxField, ChoiceField, Modal, Notice, SelectField, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import {
  type Approved,
  type Check,
  checks,
  type PassRequest,
  type RequestContext,
  requestsKey,
} from './pass-request.ts'

interface ApproveModalProps {
  readonly request: PassRequest
  readonly context: RequestContext
  onClose(): void
  onApproved(approved: Approved): void
}

/** What was checked, what the pass shall be, and how it gets to the person. */
export function ApproveModal({ request, context, onClose, onApproved }: ApproveModalProps) {
  const { requests, frame } = useSaid()
  const { approving: text } = requests
  const client = useClient()
  const [checked, setChecked] = useState<ReadonlySet<Check>>(new Set())
  const [note, setNote] = useState('')
  const [minutes, setMinutes] = useState(String(firstLifetime(request, context)))
  const [once, setOnce] = useState(context.passTerms.onceOnly)
  const [delivery, setDelivery] = useState<'tell' | 'mail'>('tell')
  const [asked, setAsked] = useState(false)
  const isFirst = context.approval !== 'one' && request.firstApproval === null
  const approve = useChange({
    does: async () => {
      const approved = await client.send<Approved>('POST', `/latchkey/passRequests/${request.id}/approve`, {
        body: {
          checks: [...checked],
          ...(note.trim() !== '' && { note: note.trim() }),
          lifetimeInMinutes: Number(minutes),
          isUsableOnce: once,
          delivery,
        },
      })
      onClose()
      onApproved(approved)
    },
    refresh: [requestsKey],
  })
  const name = request.user.displayName ?? requests.someone
  return (
    <Modal
      open
      title={text.title({ name })}
      lead={text.lead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{frame.close}</Button>
          <Button
            look="primary"
            busy={approve.busy ? text.working : undefined}
            onClick={() => (checked.size === 0 ? setAsked(true) : approve.run())}
          >
            {isFirst ? text.first : text.submit}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5 p-1">
        {approve.problem !== null && <ProblemNotice problem={approve.problem} />}
        <Checks
          checked={checked}
          missing={asked && checked.size === 0}
          onCheck={(check, isChecked) => setChecked(withCheck(checked, check, isChecked))}
        />
        <TextField
          label={`${text.note} (${frame.optional})`}
          maxLength={500}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        {!isFirst && (
          <>
            <SelectField
              label={text.lifetime}
              value={minutes}
              options={lifetimes(request, context).map((each) => ({
                value: String(each),
                label: text.lifetimeOf({ minutes: String(each) }),
              }))}
              onChoose={setMinutes}
            />
            <CheckboxField
              label={text.once}
              checked={once}
              unavailable={context.passTerms.onceOnly ? text.onceAlways : undefined}
              onCheck={setOnce}
            />
            <ChoiceField
              label={text.delivery}
              value={delivery}
              columns={2}
              options={[
                { value: 'tell', label: text.tell, about: text.tellAbout },
                {
                  value: 'mail',
                  label: text.mail({ address: context.mailTo ?? '–' }),
                  about: text.mailAbout,
                  unavailable: context.mailTo === null ? text.noMail : undefined,
                },
              ]}
              onChoose={(chosen) => setDelivery(chosen)}
            />
            {context.delayInMinutes > 0 && (
              <Notice title={text.delay({ minutes: String(context.delayInMinutes) })} />
            )}
          </>
        )}
      </div>
    </Modal>
  )
}

function Checks({
  checked,
  missing,
  onCheck,
}: {
  readonly checked: ReadonlySet<Check>
  readonly missing: boolean
  onCheck(check: Check, isChecked: boolean): void
}) {
  const { approving: text } = useSaid().requests
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-semibold">{text.checks}</legend>
      {checks.map((check) => (
        <CheckboxField
          key={check}
          label={text.check[check]}
          checked={checked.has(check)}
          onCheck={(isChecked) => onCheck(check, isChecked)}
        />
      ))}
      {missing && (
        <p role="alert" className="text-sm font-medium text-bad">
          {text.checkNeeded}
        </p>
      )}
    </fieldset>
  )
}

function withCheck(checked: ReadonlySet<Check>, check: Check, isChecked: boolean): ReadonlySet<Check> {
  const next = new Set(checked)
  if (isChecked) next.add(check)
  else next.delete(check)
  return next
}

/** What was asked for, as far as it is allowed; else what is usual. */
function firstLifetime({ lifetimeInMinutes }: PassRequest, { passTerms }: RequestContext): number {
  const { defaultLifetimeMinutes, minimumLifetimeMinutes, maximumLifetimeMinutes } = passTerms
  if (lifetimeInMinutes === null) return defaultLifetimeMinutes
  return Math.min(Math.max(lifetimeInMinutes, minimumLifetimeMinutes), maximumLifetimeMinutes)
}

/** Lifetimes to choose from, among them the first and the usual one. */
function lifetimes(request: PassRequest, context: RequestContext): readonly number[] {
  const { defaultLifetimeMinutes, minimumLifetimeMinutes, maximumLifetimeMinutes } = context.passTerms
  const all = [15, 30, 60, 120, 240, 480, defaultLifetimeMinutes, firstLifetime(request, context)]
  const within = all.filter((each) => each >= minimumLifetimeMinutes && each <= maximumLifetimeMinutes)
  return [...new Set(within)].sort((a, b) => a - b)
}
