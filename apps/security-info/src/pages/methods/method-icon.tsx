import type { ModelOfPasskey } from '@latchkey/api'
import { CloudCheck, Fingerprint, Laptop, Smartphone, Usb } from 'lucide-react'

const drawn = {
  securityKey: Usb,
  platform: Laptop,
  provider: CloudCheck,
  latchkey: Smartphone,
  unknown: Fingerprint,
} as const

/** The picture of a model, or the drawn one of its kind. It says nothing that the name beside it does not. */
export function MethodIcon({ model }: { readonly model: Pick<ModelOfPasskey, 'icon' | 'kind'> }) {
  if (model.icon !== undefined) return <img src={model.icon} width={26} height={26} alt="" />
  const Icon = drawn[model.kind]
  return <Icon aria-hidden className="size-5" />
}
