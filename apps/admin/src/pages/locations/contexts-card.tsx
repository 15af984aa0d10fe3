import { ProblemNotice } from '@latchkey/front'
import type { AuthenticationContextDocument } from '@latchkey/policy'
import {
  Badge,
  Button,
  Card,
  CheckboxField,
  List,
  ListRow,
  Modal,
  SelectField,
  TextField,
} from '@latchkey/ui'
import { Plus, Tag } from 'lucide-react'
import { useState } from 'react'
import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { useRules } from '../access/rules.ts'

const path = '/identity/conditionalAccess/authenticationContextClassReferences'

/** The words between apps and policies. */
export function ContextsCard() {
  const { locations, frame } = useSaidIn('rules')
  const { contexts: words } = locations
  const { authenticationContexts } = useRules()
  const whyNot = useWhyNot('change conditional access')
  const [edited, setEdited] = useState<AuthenticationContextDocument | 'new'>()
  return (
    <Card
      title={words.title}
      lead={words.lead}
      actions={
        <Button
          icon={<Plus aria-hidden className="size-5" />}
          unavailable={whyNot}
          onClick={() => setEdited('new')}
        >
          {words.add}
        </Button>
      }
    >
      {authenticationContexts.length === 0 ? (
        <p className="text-soft">{words.none}</p>
      ) : (
        <List label={words.title}>
          {authenticationContexts.map((context) => (
            <ListRow
              key={context.id}
              icon={<Tag />}
              title={`${context.displayName} (${context.id})`}
              about={context.description}
              badges={!context.isAvailable && <Badge tone="warn">{words.notAvailable}</Badge>}
              actions={
                <Button
                  size="small"
                  aria-label={`${frame.edit}: ${context.displayName}`}
                  unavailable={whyNot}
                  onClick={() => setEdited(context)}
                >
                  {frame.edit}
                </Button>
              }
            />
          ))}
        </List>
      )}
      {edited !== undefined && (
        <ContextModal
          context={edited === 'new' ? undefined : edited}
          taken={authenticationContexts.map(({ id }) => id)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Card>
  )
}

function ContextModal({
  context,
  taken,
  onClose,
}: {
  readonly context: AuthenticationContextDocument | undefined
  readonly taken: readonly string[]
  onClose(): void
}) {
  const { locations, frame, access } = useSaidIn('rules')
  const { contexts: words } = locations
  const free = Array.from({ length: 99 }, (_, at) => `c${at + 1}`).filter((id) => !taken.includes(id))
  const [fields, setFields] = useState({
    id: context?.id ?? free[0] ?? 'c1',
    displayName: context?.displayName ?? '',
    description: context?.description ?? '',
    isAvailable: context?.isAvailable ?? true,
  })
  const [tried, setTried] = useState(false)
  const { id, ...others } = fields
  const save = useRuleChange({
    request: () =>
      context === undefined
        ? { method: 'POST', path, body: fields }
        : { method: 'PATCH', path: `${path}/${id}`, body: others },
    done: words.saved,
    after: onClose,
  })
  const remove = useRuleChange({
    request: () => ({ method: 'DELETE', path: `${path}/${id}` }),
    done: words.removed,
    after: onClose,
  })
  const busy = save.busy || remove.busy ? frame.saving : undefined
  const problem = save.problem ?? remove.problem
  const missing = fields.displayName.trim() === '' ? access.editor.nameMissing : undefined
  return (
    <>
      <Modal
        open
        title={context === undefined ? words.add : locations.editTitle({ name: context.displayName })}
        closeLabel={frame.close}
        onClose={onClose}
        actions={
          <>
            {context !== undefined && (
              <Button look="danger" busy={busy} onClick={() => remove.run()}>
                {frame.remove}
              </Button>
            )}
            <Button
              look="primary"
              busy={busy}
              onClick={() => {
                setTried(true)
                if (missing === undefined) save.run()
              }}
            >
              {frame.save}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-5 px-0.5">
          {problem && <ProblemNotice problem={problem} />}
          {context === undefined && (
            <SelectField
              label={words.id}
              value={fields.id}
              options={free.map((value) => ({ value, label: value }))}
              onChoose={(next) => setFields({ ...fields, id: next })}
            />
          )}
          <TextField
            label={words.name}
            value={fields.displayName}
            maxLength={100}
            error={tried ? missing : undefined}
            onChange={({ target }) => setFields({ ...fields, displayName: target.value })}
          />
          <TextField
            label={`${words.description} (${frame.optional})`}
            value={fields.description}
            maxLength={500}
            onChange={({ target }) => setFields({ ...fields, description: target.value })}
          />
          <CheckboxField
            label={words.available}
            checked={fields.isAvailable}
            onCheck={(isAvailable) => setFields({ ...fields, isAvailable })}
          />
        </div>
      </Modal>
      {save.dialog}
      {remove.dialog}
    </>
  )
}
