import { Button, Modal } from '@latchkey/ui'
import { type ReactNode, useState } from 'react'
import { useSaidIn } from '../../said.ts'
import { ClientsPart } from './clients-part.tsx'
import { GrantPart } from './grant-part.tsx'
import { PeoplePart } from './people-part.tsx'
import { PlacesPart } from './places-part.tsx'
import { PlatformsPart } from './platforms-part.tsx'
import type { Draft } from './policy.ts'
import type { Part } from './say-policy.ts'
import { SessionPart } from './session-part.tsx'
import { TargetsPart } from './targets-part.tsx'

/** One part of a policy, in the hands of somebody. */
export interface PartProps {
  readonly draft: Draft
  onChange(draft: Draft): void
}

const parts: Readonly<Record<Part, (props: PartProps) => ReactNode>> = {
  people: PeoplePart,
  targets: TargetsPart,
  places: PlacesPart,
  platforms: PlatformsPart,
  clients: ClientsPart,
  grant: GrantPart,
  session: SessionPart,
}

/** Change one part of a policy; nothing of it holds until it is used. */
export function PartModal({
  part,
  draft,
  onUse,
  onClose,
}: {
  readonly part: Part
  readonly draft: Draft
  onUse(draft: Draft): void
  onClose(): void
}) {
  const { access, frame } = useSaidIn('rules')
  const [changed, setChanged] = useState(draft)
  const Fields = parts[part]
  return (
    <Modal
      open
      title={access[part].title}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{frame.close}</Button>
          <Button look="primary" onClick={() => onUse(changed)}>
            {access.editor.apply}
          </Button>
        </>
      }
    >
      <div className="flex min-h-72 flex-col gap-5 px-0.5 pb-1">
        <Fields draft={changed} onChange={setChanged} />
      </div>
    </Modal>
  )
}
