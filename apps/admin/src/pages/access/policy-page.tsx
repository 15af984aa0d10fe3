import type { Page } from '@latchkey/api'
import { useClient, usePageTitle } from '@latchkey/front'
import { accessTemplates } from '@latchkey/policy'
import { EmptyState, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ShieldQuestion } from 'lucide-react'
import { useParams, useSearchParams } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { type Draft, emptyDraft, toDraft } from './policy.ts'
import { PolicyEditor } from './policy-editor.tsx'
import { useRules } from './rules.ts'
import { TemplateChoice } from './template-choice.tsx'

/** A policy of the ones there are. */
export function PolicyPage() {
  const { access } = useSaidIn('rules')
  const { policyId } = useParams()
  const policy = useRules().conditionalAccess.find(({ id }) => id === policyId)
  usePageTitle(policy?.displayName ?? access.title)
  if (policy === undefined) {
    return (
      <EmptyState icon={<ShieldQuestion />} title={access.editor.notHere}>
        {access.editor.removeLead}
      </EmptyState>
    )
  }
  return (
    <>
      <PageHead title={policy.displayName} lead={access.stateAbout[policy.state]} />
      <PolicyEditor key={policy.id} policyId={policy.id} kept={toDraft(policy)} />
    </>
  )
}

interface Template {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly details: Pick<Draft, 'conditions' | 'grantControls' | 'sessionControls'>
}

/** A policy that is not there yet, from a template or from nothing. */
export function NewPolicyPage() {
  const { access } = useSaidIn('rules')
  usePageTitle(access.editor.newTitle)
  const client = useClient()
  const [search, setSearch] = useSearchParams()
  const { data } = useSuspenseQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) => client.get<Page<Template>>('/identity/conditionalAccess/templates', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const chosen = search.get('from')
  const template = data.value.find(({ id }) => id === chosen)
  return (
    <>
      <PageHead title={access.editor.newTitle} lead={access.noneLead} />
      {chosen === null ? (
        <TemplateChoice templates={data.value} onChoose={(id) => setSearch({ from: id })} />
      ) : (
        <PolicyEditor
          key={chosen}
          kept={
            template === undefined
              ? emptyDraft
              : toDraft({
                  ...template.details,
                  displayName: template.name,
                  templateId: toTemplateId(template.id),
                })
          }
        />
      )}
    </>
  )
}

/** One of ours has no id that Graph knows. */
function toTemplateId(id: string): string | null {
  return accessTemplates.some((each) => each.id === id) ? id : null
}
