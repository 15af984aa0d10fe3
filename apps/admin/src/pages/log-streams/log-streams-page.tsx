import type { Page } from '@latchkey/api'
import { useBoot, useClient, usePageTitle } from '@latchkey/front'
import { Button, EmptyState, List, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Plus, Share2 } from 'lucide-react'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import type { LogStream, MadeLogStream } from './log-stream.ts'
import { SecretModal } from './secret-modal.tsx'
import { StreamForm } from './stream-form.tsx'
import { StreamRow } from './stream-row.tsx'

/** Where the logs are sent as they grow, and whether they get there. */
export function LogStreamsPage() {
  const { logStreams: said, shell } = useSaidIn('records')
  const client = useClient()
  const { roles } = useBoot()
  usePageTitle(said.title)
  const [editing, setEditing] = useState<LogStream | 'new'>()
  const [made, setMade] = useState<MadeLogStream>()
  const { data } = useSuspenseQuery({
    queryKey: ['log streams'],
    queryFn: ({ signal }) => client.get<Page<LogStream>>('/latchkey/logStreams', { signal }),
    refetchInterval: 5_000,
  })
  // The server decides; this says so beforehand.
  const unavailable = roles.includes('globalAdministrator') ? undefined : shell.notPermitted
  const add = (
    <Button
      look="primary"
      icon={<Plus aria-hidden className="size-5" />}
      unavailable={unavailable}
      onClick={() => setEditing('new')}
    >
      {said.add}
    </Button>
  )
  const showSecret = (stream: MadeLogStream) => {
    if (stream.secret !== null) setMade(stream)
  }
  return (
    <>
      <PageHead title={said.title} lead={said.lead} actions={data.value.length > 0 && add} />
      {data.value.length === 0 ? (
        <EmptyState icon={<Share2 className="size-7" />} title={said.none} action={add}>
          {said.noneLead}
        </EmptyState>
      ) : (
        <List label={said.list}>
          {data.value.map((stream) => (
            <StreamRow
              key={stream.id}
              stream={stream}
              unavailable={unavailable}
              onEdit={() => setEditing(stream)}
              onSecret={showSecret}
            />
          ))}
        </List>
      )}
      {editing !== undefined && (
        <StreamForm
          stream={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={showSecret}
        />
      )}
      {made !== undefined && <SecretModal stream={made} onClose={() => setMade(undefined)} />}
    </>
  )
}
