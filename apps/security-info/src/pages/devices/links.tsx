import type { LinkOfPerson } from '@latchkey/api'
import { ProblemNotice, useChange, useClient, useTimes } from '@latchkey/front'
import { Button, List, ListRow, Modal } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { useSaid } from '../../said.ts'

/** What was read of them. */
export const linksKey = ['device-links']

/** Which browsers and devices of somebody remember each other, and the way to have them forget. */
export function Links() {
  const { devices: text } = useSaid()
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: linksKey,
    queryFn: ({ signal }) =>
      client.get<{ readonly value: readonly LinkOfPerson[] }>('/device-links', { signal }),
  })
  const [search, setSearch] = useSearchParams()
  // In the address: whoever has to prove themselves on another page comes back to this question.
  const asked = data.value.find(({ id }) => id === search.get('unlink'))
  const ask = (id?: string) => setSearch(id === undefined ? {} : { unlink: id }, { replace: true })
  if (data.value.length === 0) return null
  return (
    <section className="flex flex-col gap-3">
      <h2 className="font-semibold text-lg">{text.links}</h2>
      <p>{text.linksLead}</p>
      <List label={text.links}>
        {data.value.map((link) => (
          <LinkRow key={link.id} link={link} onAsk={() => ask(link.id)} />
        ))}
      </List>
      {asked !== undefined && !asked.last && <Unlinking link={asked} onClose={() => ask()} />}
    </section>
  )
}

/** Have two devices forget each other; their owner is told. */
function useUnlink({ id }: LinkOfPerson, after?: () => void) {
  const { devices: text } = useSaid()
  const client = useClient()
  return useChange({
    does: () => client.send('DELETE', `/device-links/${id}`),
    refresh: [linksKey, ['devices'], ['methods']],
    done: text.unlinked,
    ...(after && { after }),
  })
}

/** A link that no passkey hangs on is removed at once; of others it is told before what goes with them. */
function LinkRow({ link, onAsk }: { readonly link: LinkOfPerson; onAsk(): void }) {
  const { devices: text, common } = useSaid()
  const times = useTimes()
  const change = useUnlink(link)
  const ends = { client: link.client, authenticator: link.authenticator }
  return (
    <ListRow
      icon={<Link2 aria-hidden className="size-5" />}
      title={text.linked(ends)}
      about={
        <>
          <span className="block">{text.linkedAt({ time: times.at(link.linkedAt) })}</span>
          {change.problem !== null && <ProblemNotice problem={change.problem} />}
        </>
      }
      actions={
        <Button
          size="small"
          unavailable={link.last ? text.linkLast : undefined}
          busy={change.busy ? common.working : undefined}
          aria-label={text.unlinkNamed(ends)}
          onClick={() => (link.passkeys > 0 ? onAsk() : change.run())}
        >
          {text.unlink}
        </Button>
      }
    />
  )
}

function Unlinking({ link, onClose }: { readonly link: LinkOfPerson; onClose(): void }) {
  const { devices: text, frame, common } = useSaid()
  const change = useUnlink(link, onClose)
  const { client, authenticator, passkeys: count } = link
  return (
    <Modal
      open
      title={text.unlinkTitle({ client, authenticator })}
      lead={text.unlinkLead({ authenticator, count })}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{frame.close}</Button>
          <Button look="danger" busy={change.busy ? common.working : undefined} onClick={() => change.run()}>
            {text.unlink}
          </Button>
        </>
      }
    >
      {change.problem !== null && <ProblemNotice problem={change.problem} />}
    </Modal>
  )
}
