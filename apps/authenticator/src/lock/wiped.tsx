import { Button } from '@latchkey/ui'
import { useSaid } from '../said.ts'

/** Too many wrong PINs: what the lock kept is gone. */
export function Wiped() {
  const { shell, frame } = useSaid()
  return (
    <div className="flex flex-col gap-4 pt-10">
      <h1 className="text-2xl font-bold">{shell.lock.wipedTitle}</h1>
      <p>{shell.lock.wipedLead}</p>
      <div className="grid">
        <Button look="primary" onClick={() => location.assign('/authenticator')}>
          {frame.newer.reload}
        </Button>
      </div>
    </div>
  )
}
