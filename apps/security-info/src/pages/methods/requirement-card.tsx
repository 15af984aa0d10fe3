import type { Requirement } from '@latchkey/api'
import { useBoot } from '@latchkey/front'
import { Badge, Card } from '@latchkey/ui'
import { Link } from 'react-router'
import { useSaid } from '../../said.ts'

/** What the organisation asks of everybody, and whether this person has it. */
export function RequirementCard({ requirement }: { readonly requirement: Requirement }) {
  const { methods, common } = useSaid()
  const { organisation } = useBoot()
  const { requirement: text } = methods
  const { helpDesk } = organisation
  return (
    <Card
      title={text.title}
      actions={
        requirement.satisfied ? (
          <Badge tone="good">{text.have}</Badge>
        ) : (
          <Badge tone="warn">{text.missing}</Badge>
        )
      }
    >
      <p>{text.strengths[requirement.strength]}</p>
      {!requirement.satisfied && (
        <p className="mt-2">
          {text.missingHint}{' '}
          <Link to="/add" className="text-accent underline">
            {methods.advice.add}
          </Link>
        </p>
      )}
      {helpDesk.text !== '' && (
        <p className="mt-3 text-sm text-soft">
          {common.helpDesk}:{' '}
          {helpDesk.href === undefined ? (
            helpDesk.text
          ) : (
            <a href={helpDesk.href} className="text-accent underline">
              {helpDesk.text}
            </a>
          )}
        </p>
      )}
    </Card>
  )
}
