import { useChange, usePageTitle } from '@latchkey/front'
import { Button, Card, Modal } from '@latchkey/ui'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import type { KeptCodes } from '../../phone/notes.ts'
import { phoneKey, usePhone, usePhoneState } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'
import { CodeView } from './code-view.tsx'

/** The codes of another service. */
export function CodesPage() {
  const { codes: text } = useSaid()
  const { id } = useParams()
  const codes = usePhoneState().otherCodes.find((each) => each.id === id)
  usePageTitle(codes?.issuer ?? text.title)
  return codes === undefined ? <Navigate to="/" replace /> : <Codes codes={codes} />
}

function Codes({ codes }: { readonly codes: KeptCodes }) {
  const { codes: text, accounts, frame } = useSaid()
  const phone = usePhone()
  const navigate = useNavigate()
  const [asks, setAsks] = useState(false)
  const name = codes.issuer || text.unnamed
  const change = useChange({
    does: async () => {
      await phone.codes.remove(codes.id)
      await navigate('/')
    },
    refresh: [phoneKey],
    done: text.removed,
  })
  return (
    <>
      <BackLink to="/">{accounts.title}</BackLink>
      <header>
        <h1 className="text-2xl font-bold break-words">{name}</h1>
        <p className="break-all text-soft">{codes.account}</p>
      </header>
      <Card title={text.title}>
        <CodeView codes={codes} />
      </Card>
      <div className="grid">
        <Button look="danger" icon={<Trash2 aria-hidden className="size-5" />} onClick={() => setAsks(true)}>
          {text.remove}
        </Button>
      </div>
      <Modal
        open={asks}
        title={text.removeTitle({ name })}
        lead={text.removeLead}
        closeLabel={frame.close}
        onClose={() => setAsks(false)}
        actions={
          <>
            <Button onClick={() => setAsks(false)}>{accounts.keep}</Button>
            <Button look="danger" onClick={() => change.run()}>
              {text.remove}
            </Button>
          </>
        }
      />
    </>
  )
}
