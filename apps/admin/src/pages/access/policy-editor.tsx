import { ProblemNotice } from '@latchkey/front'
import { Button, Card, ChoiceField, Modal, Notice, TextField } from '@latchkey/ui'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { LoopNotice } from '../../lock-out/loop-notice.tsx'
import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { ImpactCard } from './impact-card.tsx'
import { JsonCard } from './json-card.tsx'
import { PartModal } from './part-modal.tsx'
import type { Draft } from './policy.ts'
import { judgeDraft, useRules } from './rules.ts'
import { type Part, useSayPolicy } from './say-policy.ts'

const place = '/identity/conditionalAccess/policies'
const states = ['enabledForReportingButNotEnforced', 'enabled', 'disabled'] as const

/** A policy, as a sentence whose parts can be changed. @param policyId absent: it is not there yet */
export function PolicyEditor({ policyId, kept }: { readonly policyId?: string; readonly kept: Draft }) {
  const { access, frame, lockOut } = useSaidIn('rules')
  const { editor } = access
  const whyNot = useWhyNot('change conditional access')
  const navigate = useNavigate()
  const rules = useRules()
  const [draft, setDraft] = useState(kept)
  const [part, setPart] = useState<Part>()
  const [tried, setTried] = useState(false)
  const [removing, setRemoving] = useState(false)
  const toRequest = (body: Draft) =>
    policyId === undefined
      ? ({ method: 'POST', path: place, body } as const)
      : ({ method: 'PATCH', path: `${place}/${policyId}`, body } as const)
  const save = useRuleChange<Draft, { readonly id: string } | undefined>({
    request: toRequest,
    instead: (body) =>
      body.state === 'enabled'
        ? toRequest({ ...body, state: 'enabledForReportingButNotEnforced' })
        : undefined,
    done: editor.saved,
    after: (made) => navigate(made === undefined ? '/access' : `/access/${made.id}`),
  })
  const remove = useRuleChange({
    request: () => ({ method: 'DELETE', path: `${place}/${policyId}` }),
    done: editor.removed,
    after: () => navigate('/access'),
  })
  const { wrong, loops } = judgeDraft(draft, policyId, rules)
  const missing = draft.displayName.trim() === '' ? editor.nameMissing : undefined
  const hasChanged = policyId === undefined || JSON.stringify(draft) !== JSON.stringify(kept)
  const incomplete = wrong === undefined ? undefined : `${editor.incomplete}: ${wrong}`

  const attempt = (how: (body: Draft) => void) => {
    setTried(true)
    if (missing === undefined) how(draft)
  }

  return (
    <div className="flex flex-col gap-6">
      <Card title={editor.sentence} lead={editor.sentenceLead}>
        <Sentence draft={draft} onPart={setPart} />
        {wrong !== undefined && (
          <div className="mt-5">
            <Notice tone="warn" title={editor.incomplete}>
              {wrong}
            </Notice>
          </div>
        )}
        {loops.map((loop) => (
          <div key={loop.code} className="mt-5">
            <LoopNotice loop={loop} />
          </div>
        ))}
        <div className="mt-6 grid gap-5 border-t border-line pt-6 md:grid-cols-2">
          <TextField
            label={editor.name}
            value={draft.displayName}
            maxLength={256}
            error={tried ? missing : undefined}
            onChange={({ target }) => setDraft({ ...draft, displayName: target.value })}
          />
          <TextField
            label={`${editor.description} (${frame.optional})`}
            value={draft.description ?? ''}
            maxLength={1500}
            onChange={({ target }) => setDraft({ ...draft, description: target.value || null })}
          />
        </div>
        <div className="mt-6">
          <ChoiceField
            label={editor.state}
            value={draft.state}
            options={states.map((value) => ({
              value,
              label: access.state[value],
              about: access.stateAbout[value],
            }))}
            onChoose={(state) => setDraft({ ...draft, state })}
          />
        </div>
        {save.problem && (
          <div className="mt-5">
            <ProblemNotice problem={save.problem} />
          </div>
        )}
        <div className="mt-6 flex flex-wrap gap-3">
          <Button
            look="primary"
            busy={save.busy ? frame.saving : undefined}
            unavailable={whyNot ?? incomplete}
            onClick={() => attempt(save.run)}
          >
            {frame.save}
          </Button>
          {hasChanged && (
            <Button unavailable={whyNot ?? incomplete} onClick={() => attempt(save.look)}>
              {lockOut.see}
            </Button>
          )}
          {policyId !== undefined && (
            <Button
              look="danger"
              icon={<Trash2 aria-hidden className="size-5" />}
              unavailable={whyNot}
              onClick={() => setRemoving(true)}
            >
              {editor.remove}
            </Button>
          )}
        </div>
      </Card>
      <ImpactCard
        draft={draft}
        {...(policyId !== undefined && !hasChanged && { policyId })}
        {...(incomplete !== undefined && { unavailable: incomplete })}
      />
      <JsonCard draft={draft} onChange={setDraft} />
      {part !== undefined && (
        <PartModal
          part={part}
          draft={draft}
          onUse={(next) => {
            setDraft(next)
            setPart(undefined)
          }}
          onClose={() => setPart(undefined)}
        />
      )}
      {removing && (
        <Modal
          open
          title={editor.removeTitle({ name: kept.displayName })}
          lead={editor.removeLead}
          closeLabel={frame.close}
          onClose={() => setRemoving(false)}
          actions={
            <>
              <Button onClick={() => setRemoving(false)}>{frame.close}</Button>
              <Button
                look="danger"
                busy={remove.busy ? frame.saving : undefined}
                onClick={() => {
                  setRemoving(false)
                  remove.run()
                }}
              >
                {frame.remove}
              </Button>
            </>
          }
        />
      )}
      {remove.problem && <ProblemNotice problem={remove.problem} />}
      {save.dialog}
      {remove.dialog}
    </div>
  )
}

function Sentence({ draft, onPart }: { readonly draft: Draft; onPart(part: Part): void }) {
  const { access } = useSaidIn('rules')
  const say = useSayPolicy([draft])
  return (
    <p className="text-lg leading-[2.6]">
      {say(draft).map(({ part, join, text, says }) => (
        <span key={part}>
          {join}{' '}
          <button
            type="button"
            aria-label={access.editor.change({ what: `${access[part].title}: ${text}` })}
            onClick={() => onPart(part)}
            className={
              says
                ? 'rounded-lg border border-accent bg-hover px-2 py-1 text-left leading-snug font-semibold hover:underline'
                : 'rounded-lg border border-dashed border-edge px-2 py-1 text-left leading-snug text-soft hover:bg-hover'
            }
          >
            {text}
          </button>{' '}
        </span>
      ))}
    </p>
  )
}
