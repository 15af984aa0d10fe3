import { Button, CheckboxField, Modal, Notice, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { useSaid } from '../said.ts'
import { AffectedList } from './affected-list.tsx'
import { useForecast } from './look-ahead.ts'
import { LoopNotice } from './loop-notice.tsx'
import type { LockOutRefusal, RuleRequest } from './rule-change.ts'

/** Whom a change would shut out, and the way on. */
export interface LockOutDialogProps {
  readonly request: RuleRequest
  /** What the change was refused with; absent while it is only asked about. */
  readonly refusal: LockOutRefusal | undefined
  /** Whether the list is another than the one that was acknowledged. */
  readonly changed: boolean
  readonly busy: boolean
  /** @param acknowledge stands for the list; absent if nobody is on it */
  onGoOn(acknowledge: string | undefined): void
  /** Make the harmless change instead, if there is one. */
  readonly onInstead: (() => void) | undefined
  onClose(): void
}

/** See `LockOutDialogProps`. */
export function LockOutDialog(props: LockOutDialogProps) {
  const { request, refusal, changed, busy, onGoOn, onInstead, onClose } = props
  const { lockOut, frame } = useSaid()
  const { data: forecast, isLoading } = useForecast(request)
  const [ticked, setTicked] = useState(false)
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  // The refusal is what the change itself found; what was looked up is about the same moment.
  const shutOut = refusal?.shutOut ?? forecast
  const count = shutOut?.affectedCount ?? 0
  const isLast = refusal?.lastAdministratorLost ?? forecast?.lastAdministratorLost ?? false
  const isRight = typed.trim() === String(count)
  const told = shutOut !== undefined
  const passHelps = shutOut?.affected.some(({ standing }) => standing === 'needsHelpDesk') ?? false

  const goOn = () => {
    setTried(true)
    if (count === 0) onGoOn(undefined)
    else if (ticked && isRight) onGoOn(shutOut?.acknowledge.value)
  }

  return (
    <Modal
      open
      title={titleOf()}
      lead={leadOf()}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{frame.close}</Button>
          {onInstead && count > 0 && (
            <Button
              look={isLast ? 'primary' : 'quiet'}
              busy={busy ? frame.saving : undefined}
              onClick={onInstead}
            >
              {lockOut.instead.watchNow}
            </Button>
          )}
          {told && !isLast && (
            <Button
              look={count > 0 ? 'danger' : 'primary'}
              busy={busy ? frame.saving : undefined}
              unavailable={count > 0 && !(ticked && isRight) ? lockOut.type({ count }) : undefined}
              onClick={goOn}
            >
              {count > 0 ? lockOut.goOn : frame.save}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {changed && <Notice tone="warn" title={lockOut.changed} live="assertive" />}
        {told ? (
          <AffectedList request={request} shutOut={shutOut} forecast={forecast} />
        ) : (
          isLoading && (
            <p role="status" className="py-6 text-center text-soft">
              {lockOut.looking}
            </p>
          )
        )}
        {forecast?.loops.map((loop) => (
          <LoopNotice key={loop.code} loop={loop} />
        ))}
        {count > 0 && <Instead isPolicy={onInstead !== undefined} passHelps={passHelps} />}
        {count > 0 && !isLast && (
          <div className="flex flex-col gap-4 rounded-2xl border border-bad p-4">
            <CheckboxField label={lockOut.acknowledge({ count })} checked={ticked} onCheck={setTicked} />
            <TextField
              label={lockOut.type({ count })}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              error={tried && !isRight ? lockOut.typeWrong : undefined}
              onChange={({ target }) => setTyped(target.value)}
              onBlur={() => setTried(typed !== '')}
            />
          </div>
        )}
      </div>
    </Modal>
  )

  function titleOf(): string {
    if (isLast) return lockOut.titleLast
    if (!told) return lockOut.see
    return count > 0 ? lockOut.title({ count }) : lockOut.titleNobody
  }

  function leadOf(): string {
    if (isLast) return lockOut.leadLast
    if (!told) return lockOut.looking
    if (count > 0) return lockOut.lead
    return forecast?.changed.length === 0 ? lockOut.leadNothing : lockOut.leadNobody
  }
}

/**
 * What leads to the same with less harm. Only a policy can leave people out or be watched, and a pass helps only those
 * who may come in with what they add by it.
 */
function Instead({ isPolicy, passHelps }: { readonly isPolicy: boolean; readonly passHelps: boolean }) {
  const { instead } = useSaid().lockOut
  if (!isPolicy && !passHelps) return null
  return (
    <section className="rounded-2xl bg-hover p-4">
      <h3 className="font-semibold">{instead.title}</h3>
      <ul className="mt-2 flex list-disc flex-col gap-1 pl-5 text-sm">
        {isPolicy && <li>{instead.exclude}</li>}
        {isPolicy && <li>{instead.watch}</li>}
        {passHelps && <li>{instead.passes}</li>}
      </ul>
    </section>
  )
}
