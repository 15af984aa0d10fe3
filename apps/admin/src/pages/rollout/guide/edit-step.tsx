import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Modal, TextArea, TextField } from '@latchkey/ui'
import type { Language } from '@latchkey/words'
import { ImageUp, RotateCcw } from 'lucide-react'
import { useRef, useState } from 'react'
import { useSaidIn } from '../../../said.ts'
import { guidePath, type PlayedStep } from './guide.ts'

/** Say a step in the organisation's own words, or show its own picture; or go back to ours. */
export function EditStep({
  step,
  language,
  onClose,
}: {
  readonly step: PlayedStep
  readonly language: Language
  onClose(): void
}) {
  const { rolloutGuide, frame } = useSaidIn('rollout')
  const { edit: said } = rolloutGuide
  const client = useClient()
  const [title, setTitle] = useState(step.title)
  const [lines, setLines] = useState(step.lines.join('\n'))
  const [hint, setHint] = useState(step.hint ?? '')
  const input = useRef<HTMLInputElement>(null)
  const path = `${guidePath}/steps/${step.id}/${language}`
  const refresh = [['guide']]
  const body = {
    title,
    lines: lines.split('\n').filter((line) => line.trim() !== ''),
    hint: hint.trim() === '' ? null : hint,
  }
  const save = useChange({
    does: () => client.send('PUT', path, { body }),
    refresh,
    done: frame.saved,
    after: onClose,
  })
  const put = useChange<Blob>({
    does: (file) =>
      client.send('PUT', `${path}/picture`, {
        body: new Blob([file], { type: 'application/octet-stream' }),
      }),
    refresh,
    done: frame.saved,
    after: onClose,
  })
  const reset = useChange({
    does: () => client.send('DELETE', path),
    refresh,
    done: said.wasReset,
    after: onClose,
  })
  const problem = save.problem ?? put.problem ?? reset.problem
  return (
    <Modal
      open
      title={said.title}
      lead={said.lead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          {(step.isTextChanged || step.isPictureChanged) && (
            <Button
              icon={<RotateCcw aria-hidden className="size-4" />}
              busy={reset.busy ? frame.saving : undefined}
              onClick={() => reset.run()}
            >
              {said.reset}
            </Button>
          )}
          <Button
            look="primary"
            busy={save.busy ? frame.saving : undefined}
            unavailable={body.title.trim() === '' || body.lines.length === 0 ? said.incomplete : undefined}
            onClick={() => save.run()}
          >
            {frame.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={said.heading}
          maxLength={120}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
        <TextArea
          label={said.lines}
          hint={said.linesHint}
          rows={6}
          value={lines}
          onChange={({ target }) => setLines(target.value)}
        />
        <TextField
          label={said.hint}
          maxLength={600}
          value={hint}
          onChange={({ target }) => setHint(target.value)}
        />
        <div className="flex flex-col items-start gap-2">
          <p className="font-semibold">{said.picture}</p>
          <input
            ref={input}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            className="sr-only"
            tabIndex={-1}
            aria-label={said.choosePicture}
            onChange={({ target }) => {
              const [file] = target.files ?? []
              if (file !== undefined) put.run(file)
              target.value = ''
            }}
          />
          <Button
            size="small"
            icon={<ImageUp aria-hidden className="size-4" />}
            busy={put.busy ? frame.saving : undefined}
            onClick={() => input.current?.click()}
          >
            {said.choosePicture}
          </Button>
          <p className="text-sm text-soft">{said.pictureHint}</p>
        </div>
        {problem && <ProblemNotice problem={problem} />}
      </div>
    </Modal>
  )
}
