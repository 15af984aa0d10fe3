import { useChange, useClient, useTimes } from '@latchkey/front'
import { Badge, Button, Card, List, ListRow } from '@latchkey/ui'
import { Ticket } from 'lucide-react'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import { PassDialog } from './pass-dialog.tsx'
import type { PersonInFull } from './person.ts'
import { useIssuePass } from './use-issue-pass.ts'
import { personKeys, useMayTo } from './use-person.ts'

/** The pass of a person, and a new one. */
export function PassCard({ person }: { readonly person: PersonInFull }) {
  const {
    person: { pass: said },
    common,
  } = useSaid()
  const { at } = useTimes()
  const client = useClient()
  const mayTo = useMayTo(person)
  const { issue } = useIssuePass(person.id)
  const [issuing, setIssuing] = useState(false)
  const { pass } = person
  const removal = useChange({
    does: () =>
      client.send('DELETE', `/users/${person.id}/authentication/temporaryAccessPassMethods/${pass?.id}`),
    refresh: personKeys,
    done: said.removed,
  })
  return (
    <Card
      title={said.title}
      lead={said.lead}
      actions={
        <Button
          size="small"
          unavailable={mayTo('issue a pass') ?? whyNoPass(said, person)}
          onClick={() => setIssuing(true)}
        >
          {pass === null ? said.issue : said.replace}
        </Button>
      }
    >
      {pass === null ? (
        <p className="text-soft">{said.none}</p>
      ) : (
        <List label={said.title}>
          <ListRow
            icon={<Ticket className="size-5" />}
            title={said.title}
            about={said.times({ from: at(pass.startDateTime), until: at(pass.endDateTime) })}
            badges={<Badge>{pass.isUsableOnce ? said.onceBadge : said.manyBadge}</Badge>}
            actions={
              <Button
                size="small"
                unavailable={mayTo('remove a pass')}
                busy={removal.busy ? common.working : undefined}
                onClick={() => removal.run()}
              >
                {said.remove}
              </Button>
            }
          />
        </List>
      )}
      {issuing && (
        <PassDialog
          title={said.issueTitle({ name: person.displayName })}
          lead={said.lead}
          terms={person.passTerms}
          submit={said.issue}
          issue={issue}
          onClose={() => setIssuing(false)}
        />
      )}
    </Card>
  )
}

/** Why no pass can be issued to a person, whoever asks. */
function whyNoPass(
  said: ReturnType<typeof useSaid>['person']['pass'],
  { accountEnabled, allowedMethods }: PersonInFull,
): string | undefined {
  if (!accountEnabled) return said.switchedOff
  const decision = allowedMethods.find(({ method }) => method === 'temporaryAccessPass')
  return decision?.allowed === false ? said.notAllowed : undefined
}
