import { ProblemNotice, useChange, useClient, useTimes } from '@latchkey/front'
import { Badge, Button, Card, EmptyState, List, ListRow, Modal } from '@latchkey/ui'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import type { App, AppSecret } from './app.ts'
import { NewSecret } from './new-secret.tsx'

const mostSecrets = 5

/** The secrets of an app: what they are for, and until when they are good. */
export function SecretsCard({ app }: { readonly app: App }) {
  const { apps } = useSaidIn('organisation')
  const { secrets: said } = apps
  const [adding, setAdding] = useState(false)
  const full = app.secrets.length >= mostSecrets ? said.full : undefined
  const add = (
    <Button
      look="primary"
      icon={<Plus aria-hidden className="size-5" />}
      unavailable={useWhyNot('change apps') ?? full}
      onClick={() => setAdding(true)}
    >
      {said.add}
    </Button>
  )
  return (
    <Card title={said.title} lead={said.lead} actions={app.secrets.length > 0 && add}>
      {app.secrets.length === 0 ? (
        <EmptyState icon={<KeyRound className="size-7" />} title={said.none} action={add}>
          {said.noneLead}
        </EmptyState>
      ) : (
        <List label={said.title}>
          {app.secrets.map((secret) => (
            <SecretRow key={secret.keyId} app={app} secret={secret} />
          ))}
        </List>
      )}
      {adding && <NewSecret app={app} onClose={() => setAdding(false)} />}
    </Card>
  )
}

function SecretRow({ app, secret }: { readonly app: App; readonly secret: AppSecret }) {
  const { apps, frame } = useSaidIn('organisation')
  const { secrets: said } = apps
  const times = useTimes()
  const client = useClient()
  const unavailable = useWhyNot('change apps')
  const [asking, setAsking] = useState(false)
  const { displayName, hint, startDateTime, endDateTime, keyId } = secret
  const ended = endDateTime !== null && Date.parse(endDateTime) <= Date.now()
  const remove = useChange({
    does: () => client.send('POST', `/applications/${app.id}/removePassword`, { body: { keyId } }),
    refresh: [['apps']],
    done: said.removed,
  })
  const about = [
    hint !== null && said.begins({ hint }),
    startDateTime !== null && said.made({ time: times.day(startDateTime) }),
  ].filter((each) => each !== false)
  return (
    <>
      <ListRow
        icon={<KeyRound className="size-5" />}
        title={displayName ?? said.unnamed}
        about={about.join(' · ')}
        badges={
          <Badge tone={ended ? 'bad' : 'plain'}>
            {endDateTime === null
              ? said.never
              : (ended ? said.ended : said.ends)({ time: times.day(endDateTime) })}
          </Badge>
        }
        actions={
          <Button size="small" unavailable={unavailable} onClick={() => setAsking(true)}>
            {frame.remove}
          </Button>
        }
      />
      <Modal
        open={asking}
        title={said.removeTitle}
        lead={said.removeLead}
        closeLabel={frame.close}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{frame.close}</Button>
            <Button look="danger" busy={remove.busy ? frame.saving : undefined} onClick={() => remove.run()}>
              {frame.remove}
            </Button>
          </>
        }
      >
        {remove.problem && <ProblemNotice problem={remove.problem} />}
      </Modal>
    </>
  )
}
