import {
  ApiProblem,
  type BegunConfirmation,
  beginConfirmation,
  type Client,
  confirmInPlace,
  type ShownFailure,
} from '@latchkey/api'
import { Button, buttonClass, Modal, Notice } from '@latchkey/ui'
import { KeyRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ProblemNotice } from './problem-notice.tsx'
import type { FrameWords } from './surroundings.ts'

/** Asks the person to prove themselves, whoever needs it. One question at a time, whoever asks. */
export interface ConfirmGate {
  /** @returns whether they did */
  ask(): Promise<boolean>
  /** Called by whoever draws the question. */
  listen(draw: (answer: ((confirmed: boolean) => void) | undefined) => void): void
}

/** Make a gate. Until somebody listens, the answer is no. */
export function newConfirmGate(): ConfirmGate {
  let draw: (answer: ((confirmed: boolean) => void) | undefined) => void = (answer) => answer?.(false)
  let asked: Promise<boolean> | undefined
  return {
    listen(next) {
      draw = next
    },
    ask() {
      asked ??= new Promise<boolean>((resolve) => {
        draw((confirmed) => {
          asked = undefined
          draw(undefined)
          resolve(confirmed)
        })
      })
      return asked
    },
  }
}

/** The question itself: the passkey right here, or the pages of sign-in, which lead back to this very page. */
export function ConfirmQuestion({
  gate,
  site,
  words,
}: {
  readonly gate: ConfirmGate
  readonly site: Client
  readonly words: FrameWords
}) {
  const [answer, setAnswer] = useState<(confirmed: boolean) => void>()
  useEffect(() => gate.listen((next) => setAnswer(() => next)), [gate])
  return answer && <Question answer={answer} site={site} words={words} />
}

function Question({
  answer,
  site,
  words,
}: {
  answer(confirmed: boolean): void
  readonly site: Client
  readonly words: FrameWords
}) {
  const { confirm, close } = words.frame
  const [begun, setBegun] = useState<BegunConfirmation>()
  const [waiting, setWaiting] = useState(false)
  const [failure, setFailure] = useState<ShownFailure | ApiProblem>()

  // Begun at once: a browser lets a page ask for a passkey only soon after a click.
  useEffect(() => {
    const { pathname, search, hash } = location
    beginConfirmation(site, pathname + search + hash).then(setBegun, setFailure)
  }, [site])

  const prove = async () => {
    if (begun === undefined) return
    setWaiting(true)
    setFailure(undefined)
    try {
      const result = await confirmInPlace(site, begun)
      if (result.kind === 'confirmed') answer(true)
      else setFailure(result.failure)
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      setFailure(problem)
    } finally {
      setWaiting(false)
    }
  }

  return (
    <Modal
      open
      title={confirm.title}
      lead={confirm.lead}
      closeLabel={close}
      onClose={() => answer(false)}
      actions={
        <>
          {begun !== undefined && (
            <a href={begun.navigate} className={buttonClass()}>
              {confirm.other}
            </a>
          )}
          <Button
            look="primary"
            icon={<KeyRound aria-hidden className="size-5" />}
            busy={waiting ? confirm.waiting : undefined}
            unavailable={begun === undefined ? words.frame.loading : undefined}
            onClick={prove}
          >
            {confirm.passkey}
          </Button>
        </>
      }
    >
      {failure instanceof ApiProblem ? (
        <ProblemNotice problem={failure} />
      ) : (
        failure !== undefined && (
          <Notice tone="bad" title={failure.title} live="assertive">
            {failure.detail} {failure.next}
          </Notice>
        )
      )}
    </Modal>
  )
}
