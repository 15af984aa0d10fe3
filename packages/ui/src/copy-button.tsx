import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button.tsx'

/** Puts something on the clipboard, and says so. */
export function CopyButton({
  text,
  words,
}: {
  readonly text: string
  readonly words: { readonly copy: string; readonly copied: string }
}) {
  const [copied, setCopied] = useState(false)
  const Icon = copied ? Check : Copy
  return (
    <>
      <Button
        size="small"
        icon={<Icon aria-hidden className="size-4" />}
        onClick={async () => {
          await navigator.clipboard.writeText(text)
          setCopied(true)
        }}
      >
        {copied ? words.copied : words.copy}
      </Button>
      <span role="status" className="sr-only">
        {copied ? words.copied : ''}
      </span>
    </>
  )
}
