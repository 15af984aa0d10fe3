import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Modal, Notice } from '@latchkey/ui'
import { useSaidIn } from '../../said.ts'
import { type Domain, readUsers } from './domain.ts'

/** Give a domain up. If people are named after it, it says who. */
export function RemoveDomain({ domain, onClose }: { readonly domain: Domain; onClose(): void }) {
  const { domains: said, frame } = useSaidIn('organisation')
  const client = useClient()
  const remove = useChange({
    does: () => client.send('DELETE', `/domains/${domain.id}`),
    refresh: [['domains']],
    done: said.removed,
    after: onClose,
  })
  const users = readUsers(remove.problem)
  return (
    <Modal
      open
      title={said.removeTitle({ domain: domain.id })}
      lead={said.removeLead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{frame.close}</Button>
          <Button look="danger" busy={remove.busy ? frame.saving : undefined} onClick={() => remove.run()}>
            {frame.remove}
          </Button>
        </>
      }
    >
      {remove.problem &&
        (users === undefined ? (
          <ProblemNotice problem={remove.problem} />
        ) : (
          <Notice tone="bad" title={said.inUse({ count: users.total })} live="assertive">
            <ul>
              {users.userNames.map((name) => (
                <li key={name} className="break-all">
                  {name}
                </li>
              ))}
            </ul>
            {users.total > users.userNames.length && (
              <p>{said.andMore({ count: users.total - users.userNames.length })}</p>
            )}
          </Notice>
        ))}
    </Modal>
  )
}
